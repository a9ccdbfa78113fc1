import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { arrive, cast, expect, phone, signIn, test, wordsOf } from './walk';

/* What a page's scripts weigh, as a browser fetches them: vendors send their reports from phones. */

/** Bytes, packed: the framework alone is some 100 000. */
const MOST_OF_AN_UPLOAD_PAGE = 160_000;
const LEAST_OF_ANY_PAGE = 80_000;
/** Stands in every element that the library of charts draws. */
const CHARTS = 'recharts-';

type Scripts = { packed: number; hasCharts: boolean };

async function scriptsOf(page: Page, path: string): Promise<Scripts> {
  const texts: Promise<string>[] = [];
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

test('charts come where one is shown, and more words on the way to a page that needs them', async ({
  page,
}) => {
  await signIn(page, cast.southwest);
  await arrive(page, '/reports/new');
  const t = wordsOf(cast.southwest);
  await page
    .getByRole('link', { name: t('nav:breaches'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sla:title'));
  await expect(page.locator('main')).not.toContainText(/\b(sla|contracts):\w/);
  const links = page.locator('main a[href^="/breaches/"]');
  const paths = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  const { hasCharts } = await scriptsOf(page, paths.find((path) => /\/\d+$/.test(path)) ?? '');
  expect(hasCharts).toBe(true);
});
