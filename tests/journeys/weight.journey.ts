import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { arrive, cast, desk, expect, phone, signIn, test, wordsOf } from './walk';

/* What a page's scripts weigh, as a browser fetches them: vendors send their reports from phones. */

/** Bytes, packed: the framework alone is some 100 000. */
const MOST_OF_AN_UPLOAD_PAGE = 160_000;
const MOST_OF_A_CHART_PAGE = 300_000;
const LEAST_OF_ANY_PAGE = 80_000;
/** Stands in every element that the library of charts draws. */
const CHARTS = 'recharts-';

type Scripts = { packed: number; hasCharts: boolean };

async function scriptsOf(page: Page, path: string): Promise<Scripts> {
  const texts: Promise<string>[] = [];
  await page.waitForLoadState('networkidle'); // What the page before still fetches is not this one's.
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') texts.push(response.text());
  });
  await arrive(page, path);
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  const sources = await Promise.all(texts);
  return {
    packed: sources.reduce((sum, source) => sum + gzipSync(source).length, 0),
    hasCharts: sources.some((source) => source.includes(CHARTS)),
  };
}

/** The first breach's path, of those that a list leads to. */
async function firstBreach(page: Page): Promise<string> {
  const paths = await page
    .locator('main a[href^="/breaches/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return paths.find((path) => /\/\d+$/.test(path)) ?? '';
}

for (const vendor of [cast.southwest, cast.jetblue]) {
  test(`a vendor's upload page is light (${vendor.language})`, async ({ page }) => {
    await page.setViewportSize(phone);
    await signIn(page, vendor);
    const { packed, hasCharts } = await scriptsOf(page, '/reports/new');
    test.info().annotations.push({ type: 'bytes', description: String(packed) });
    expect(packed).toBeGreaterThan(LEAST_OF_ANY_PAGE);
    expect(packed).toBeLessThanOrEqual(MOST_OF_AN_UPLOAD_PAGE);
    expect(hasCharts).toBe(false);
  });
}

test('a page stands on the words that it came with', async ({ page }) => {
  await signIn(page, cast.martin);
  const t = wordsOf(cast.martin);
  let held = 0;
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    if (!(await response.text()).includes(t('kit:table.noMatchHelp')))
      return route.fulfill({ response });
    held += 1;
    return route.abort('internetdisconnected');
  });
  await arrive(page, '/breaches');
  await expect.poll(() => held).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sla:title'));
  await page
    .locator('details')
    .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => (details.open = true)));
  const wordless = ':is(button, summary, label, option, h1, h2, h3):empty:not([aria-label])';
  await expect(page.locator('[aria-label=""], [placeholder=""], [title=""]')).toHaveCount(0);
  expect(await page.locator(wordless).count()).toBe(0);
});

test('more words come on the way to a page that needs them', async ({ page }) => {
  await signIn(page, cast.southwest);
  await arrive(page, '/reports/new');
  const t = wordsOf(cast.southwest);
  await page
    .getByRole('link', { name: t('nav:breaches'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sla:title'));
  await expect(page.locator('main')).not.toContainText(/\b(sla|contracts):\w/);
});

test('a chart is drawn by the server: without script, on a phone and on paper, all of it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize(phone);
  await signIn(page, cast.martin);
  await arrive(page, '/breaches');
  const path = await firstBreach(page);
  const { packed, hasCharts } = await scriptsOf(page, path);
  test.info().annotations.push({ type: 'bytes', description: String(packed) });
  expect(packed).toBeLessThanOrEqual(MOST_OF_A_CHART_PAGE);
  expect(hasCharts).toBe(false);

  const context = await browser.newContext({
    ...{ baseURL: baseURL ?? '', javaScriptEnabled: false, viewport: phone },
    storageState: await page.context().storageState(),
  });
  const still = await context.newPage();
  await still.goto(path);
  const figure = still.locator('main figure').filter({ has: still.locator('details') });
  const drawing = figure.locator('[data-goals] > svg');
  await expect(drawing).toBeVisible();
  await drawn(figure);
  const phoneBox = await drawing.boundingBox();
  expect((phoneBox?.x ?? -1) + (phoneBox?.width ?? Infinity)).toBeLessThanOrEqual(phone.width);

  await still.emulateMedia({ media: 'print' });
  await still.setViewportSize(desk);
  await expect(drawing).toBeVisible();
  const paperBox = await drawing.boundingBox();
  expect(paperBox?.width).toBeGreaterThan(phoneBox?.width ?? Infinity);
  await context.close();
});

/** A mark for each month that has a value, of those in the table behind the chart, and a line where two follow each other. */
async function drawn(figure: Locator): Promise<void> {
  const values = await figure
    .locator('tbody td:nth-of-type(1)')
    .evaluateAll((cells) => cells.map((cell) => cell.hasAttribute('title')));
  const pairs = values.filter((has, index) => has && values[index + 1] === true);
  expect(values.filter(Boolean).length).toBeGreaterThan(1);
  await expect(figure.locator('[data-mark]')).toHaveCount(values.filter(Boolean).length);
  await expect(figure.locator('[data-course] line')).toHaveCount(pairs.length);
}
