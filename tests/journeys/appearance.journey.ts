import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { languages, type Language } from '~/locales/languages';
import { arrive, cast, desk, expect, phone, signIn, test, wordsOf, type Walker } from './walk';

/*
 * Every kind of page as each role meets it, in both languages, by day and by night, at a desk and on a phone: nothing that
 * axe finds, nothing wider than its window, nothing in the console.
 */

/** A page by its path, or the first record that another page leads to, by what a link to one looks like. */
type Stop = string | { list: Stop; record: RegExp; below?: string };

const record = (list: string, name = list.slice(1), below = ''): Stop => ({
  list,
  record: new RegExp(`^/${name}/\\d+$`),
  below,
});

/** Delta's contract, which the demo has amended. */
const amended = record('/contracts?q=AIR-2022-DL', 'contracts');
const amendment: Stop = { list: amended, record: /^\/contracts\/\d+\/amendments\/\d+$/ };
/** What a standard proposed to contracts, for somebody else to approve. */
const run: Stop = { list: record('/standards'), record: /^\/standards\/\d+\/runs\/\d+$/ };
const retirement: Stop = {
  list: record('/standards'),
  record: /^\/standards\/\d+\/terms\/\d+\/retirement$/,
};
/** A penalty of Spirit that waits for a second person. */
const entry: Stop = {
  list: record('/contracts?q=AIR-2022-NK', 'contracts', '/account'),
  record: /^\/contracts\/\d+\/entries\/\d+$/,
};
/** A contact of Southwest, as the page of a contact leads to its erasure. */
const contact: Stop = {
  list: record('/vendors?q=southwest', 'vendors'),
  record: /^\/vendors\/\d+\/contacts\/\d+$/,
  below: '/erasure',
};
const version: Stop = { list: amended, record: /^\/contracts\/\d+\/versions\/\d+$/ };

type Round = { name: string; walker: (language: Language) => Walker | null; stops: Stop[] };

const rounds: Round[] = [
  { name: 'a visitor', walker: () => null, stops: ['/sign-in', '/password-reset'] },
  {
    name: 'a vendor',
    walker: (language) => (language === 'en' ? cast.southwest : cast.jetblue),
    stops: [
      '/',
      '/reports',
      '/reports/new',
      record('/reports'),
      record('/reports?state=draft&state=changes_requested', 'reports'),
      '/breaches',
      record('/breaches'),
      record('/breaches?state=acknowledged', 'breaches', '/plan'),
      record('/breaches', 'breaches', '/reply'),
      '/credits',
      { list: '/credits', record: /^\/contracts\/\d+\/credits\/\d{4}-\d\d$/ },
      '/credits/contracts',
      '/statements',
      record('/statements'),
      record('/statements?state=sent', 'statements', '/objection'),
      '/reviews',
      record('/reviews?state=frozen', 'reviews'),
      '/performance',
      '/reviews/portfolio',
      '/contracts',
      record('/contracts'),
      '/calendar',
      '/actions',
      '/assessments',
      '/company',
      '/company/profile',
      '/company/identifiers',
      '/company/offerings',
      '/company/offerings/new',
      '/company/contacts',
      '/company/subcontractors',
      '/company/certificates',
      '/company/certificates/new',
      '/company/questionnaire',
      '/company/questionnaire/security',
      '/account',
      '/account/password',
      '/account/tokens',
      '/account/tokens/new',
    ],
  },
  {
    name: 'a manager',
    walker: (language) => (language === 'en' ? cast.martin : cast.lan),
    stops: [
      '/',
      '/vendors',
      '/onboarding',
      '/onboarding?view=table',
      '/checks',
      record('/checks', 'checks'),
      '/screening',
      record('/screening', 'screening'),
      '/sanctions',
      record('/vendors?q=southwest', 'vendors'),
      record('/vendors?q=huatu', 'vendors', '/admission'),
      record('/contracts'),
      '/reports',
      record('/reports?state=submitted', 'reports'),
      record('/reports?state=submitted', 'reports', '/return'),
      '/breaches',
      record('/breaches?q=southwest', 'breaches'),
      record('/breaches?state=plan_submitted', 'breaches'),
      '/reviews',
      '/reviews/new',
      record('/reviews?state=frozen&q=southwest', 'reviews'),
      record('/reviews?state=frozen&q=southwest', 'reviews', '/move'),
      '/credits',
      { list: '/credits', record: /^\/contracts\/\d+\/credits\/\d{4}-\d\d$/ },
      '/credits/contracts',
      entry,
      '/statements',
      record('/statements'),
      '/performance',
      '/search?q=air',
      '/fallback',
      record('/fallback', 'proposals'),
      record('/fallback?state=split', 'proposals'),
      '/proposals/new',
      '/readiness',
      '/jobs',
    ],
  },
  {
    name: 'a procurement officer',
    walker: (language) => ({ ...cast.petra, language }),
    stops: [
      '/',
      '/actions',
      '/assessments',
      '/scorecards',
      '/scorecards/new',
      record('/scorecards', 'scorecards'),
      record('/vendors?q=southwest', 'vendors', '/assessments/request'),
      record('/assessments'),
      '/vendors/invitation',
      record('/vendors?q=southwest', 'vendors', '/company'),
      record('/vendors?q=southwest', 'vendors', '/checks'),
      record('/vendors?q=southwest', 'vendors', '/tier'),
      record('/vendors?q=southwest', 'vendors', '/actions/new'),
      '/vendors/new',
      '/vendors/import',
      record('/checks', 'checks', '/assignment'),
      record('/vendors?q=southwest', 'vendors', '/edit'),
      '/services',
      '/markets',
      '/contracts',
      '/contracts/new',
      record('/contracts'),
      record('/contracts', 'contracts', '/terms/new'),
      record('/contracts', 'contracts', '/edit'),
      record('/contracts', 'contracts', '/documents/new'),
      record('/contracts', 'contracts', '/termination'),
      record('/contracts?q=AIR-2023-C5', 'contracts', '/renewal'),
      record('/contracts?q=AIR-2022-NK', 'contracts', '/account'),
      record('/contracts', 'contracts', '/entries/new'),
      amendment,
      version,
      '/calendar',
      '/calendar/feed',
      record('/contracts', 'contracts', '/settlement'),
      record('/statements?state=agreed', 'statements', '/settlement'),
      '/rates',
      '/rates/new',
      record('/contracts', 'contracts', '/clauses'),
      '/clauses',
      '/clauses/library',
      record('/clauses/library'),
      '/standards',
      record('/standards'),
      record('/standards', 'standards', '/application'),
      run,
      retirement,
      '/term-comparison',
    ],
  },
  {
    name: 'an administrator',
    walker: (language) => ({ ...cast.alan, language }),
    stops: [
      '/',
      '/administration',
      '/people',
      '/people/new',
      record('/people'),
      record('/people', 'people', '/erasure'),
      contact,
      '/tokens',
      '/settings',
      '/kpis',
      record('/kpis'),
      '/mail',
      record('/mail'),
      '/jobs',
    ],
  },
  {
    name: 'an auditor',
    walker: (language) => ({ ...cast.ada, language }),
    stops: ['/', '/audit', record('/audit'), record('/breaches'), record('/fallback', 'proposals')],
  },
  {
    name: 'an outside reviewer',
    walker: (language) => ({ ...cast.lena, language }),
    stops: ['/', '/given', '/checks', record('/given', 'checks'), '/account'],
  },
];

for (const language of languages) {
  for (const { name, walker, stops } of rounds) {
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

/** What axe finds, as one line for each element; no page has frames, for which it would open a page of its own. */
async function checkAccess(page: Page, path: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html }) => `${impact} ${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
  const { width } = page.viewportSize() ?? desk;
  expect.soft(found, `${path} at ${width} pixels`).toEqual([]);
}
