import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { languages, type Language } from '~/locales/languages';
import { record, rounds, type Stop } from './rounds';
import { arrive, cast, desk, expect, phone, signIn, test, wordsOf } from './walk';

/*
 * Every kind of page as each role meets it, in both languages, by day and by night, at a desk and on a phone: nothing that
 * axe finds, nothing wider than its window, nothing in the console.
 */

for (const { name, walker, stops } of rounds) {
  for (const language of languages) {
    test(`${name} finds every page in order (${language})`, async ({ page }) => {
      test.setTimeout(300_000);
      const person = walker(language);
      if (person) await signIn(page, person);
      else await page.request.post('/language', { form: { language, to: '/sign-in' } });
      for (const [index, stop] of stops.entries()) {
        const path = await pathOf(page, stop);
        if (path !== null) await lookAt(page, path, language, index);
      }
    });
  }
}

for (const language of languages) {
  test(`a vendor finds its report in order while it waits (${language})`, async ({ page }) => {
    await signIn(page, { ...cast.jetblue, language });
    const t = wordsOf({ language });
    const path = await pathOf(page, record('/reports?state=draft&state=submitted', 'reports'));
    // The first of both languages submits it; submitted, it stays as it is.
    await page.request.post(`${path}/submission`, { form: { 'comment.all': 'As measured.' } });
    await lookAt(page, path ?? '', language, 0);
    await expect(page.getByRole('main')).toContainText(t('common:reportState.submitted'));
  });
}

for (const language of languages) {
  test(`an address that no page has says so, and the browser takes the page over (${language})`, async ({
    page,
  }) => {
    await signIn(page, { ...cast.petra, language });
    const t = wordsOf({ language });
    const answer = await page.goto('/no/such/page', { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('kit:error.notFoundTitle'));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await checkWidth(page, '/no/such/page');
    await checkAccess(page, '/no/such/page');
  });
}

test('a strip of tabs has no scroll bar of its own', async ({ page }) => {
  await signIn(page, cast.petra);
  await page.setViewportSize(desk);
  for (const path of ['/vendors', '/onboarding', '/checks']) {
    await arrive(page, path);
    const strip = page
      .getByRole('navigation')
      .filter({ has: page.locator('[href="/onboarding"]') });
    const spare = await strip.last().evaluate((nav) => nav.scrollHeight - nav.clientHeight);
    expect(spare, path).toBe(0);
  }
});

async function pathOf(page: Page, stop: Stop): Promise<string | null> {
  if (typeof stop === 'string') return stop;
  const list = await pathOf(page, stop.list);
  if (list === null) return null;
  const html = await (await page.request.get(list)).text();
  const links = [...html.matchAll(/href="([^"?#]+)"/g)].map(([, href]) => href ?? '');
  const path = links.find((href) => stop.record.test(href));
  expect.soft(path, `a record on ${list}`).toBeDefined();
  return path === undefined ? null : `${path}${stop.below ?? ''}`;
}

/**
 * Looks at a page at both widths, and asks axe at one of them: what it takes is the time of this journey. Chinese is by
 * night and at the other width than English, so each page is asked about twice and all four occur.
 */
async function lookAt(page: Page, path: string, language: Language, index: number): Promise<void> {
  const isEnglish = language === 'en';
  const sizes = (index % 2 === 0) === isEnglish ? [phone, desk] : [desk, phone];
  await page.emulateMedia({ colorScheme: isEnglish ? 'light' : 'dark' });
  await page.setViewportSize(sizes[0] ?? desk);
  await arrive(page, path);
  expect.soft(new URL(page.url()).pathname, `${path} opens`).toBe(path.split('?')[0]);
  await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  await expect.soft(page.locator('html'), path).toHaveAttribute('lang', language);
  expect.soft(await page.title(), `${path} has a title`).not.toBe('');
  await checkWidth(page, path);
  await page.setViewportSize(sizes[1] ?? desk);
  await checkWidth(page, path);
  await checkAccess(page, path);
}

async function checkWidth(page: Page, path: string): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect.soft(scroll, `${path} at ${client} pixels`).toBeLessThanOrEqual(client);
}

/** What axe finds, as one line for each element; no page has frames. */
async function checkAccess(page: Page, path: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<AxeResults['violations']>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html }) => `${impact} ${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
  const { width } = page.viewportSize() ?? desk;
  expect.soft(found, `${path} at ${width} pixels`).toEqual([]);
}
