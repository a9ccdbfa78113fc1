import { formatMonth } from '~/shared/format';
import { periodOf } from '~/shared/period';
import { cast, desk, expect, phone, ready, signIn, test, wordsOf } from './walk';

/*
 * The story that the demo is there to tell, followed by clicking alone: Southwest in December 2022, from its breach to the
 * credit, the proposal and the vendor's reply.
 */

const december = formatMonth(periodOf(2022, 12), 'en');
const t = wordsOf(cast.martin);

test('Southwest’s December 2022 can be followed by clicking', async ({ page }) => {
  const places = page.getByRole('navigation', { name: t('kit:mainNavigation') });
  const main = page.getByRole('main');
  const title = page.getByRole('heading', { level: 1 });

  await test.step('from the desk to the breach', async () => {
    await page.setViewportSize(desk);
    await signIn(page, cast.martin);
    await page.goto('/');
    await ready(page);
    await places.getByRole('link', { name: t('nav:breaches'), exact: true }).click();
    await expect(title).toHaveText(t('sla:title'));
    const search = page.getByLabel(t('sla:list.search'));
    await search.fill('Southwest');
    await search.press('Enter');
    await expect(page).toHaveURL(/q=Southwest/);
    const row = page
      .getByRole('row')
      .filter({ hasText: december })
      .filter({ hasText: t('common:severity.critical') });
    await row
      .filter({ hasText: /14\.63/ })
      .getByRole('rowheader')
      .getByRole('link')
      .click();
    await expect(title).toContainText(december);
    await expect(main.getByText(/14\.63/).first()).toBeVisible();
    await expect(main.getByText('17,000 / 116,229')).toBeVisible();
  });

  await test.step('the on-time rate of the same month stands in the list beside it', async () => {
    await page.goBack();
    const row = page
      .getByRole('row')
      .filter({ hasText: december })
      .filter({ hasText: /71\.25/ });
    await row.getByRole('rowheader').getByRole('link').click();
    await expect(main.getByText(/71\.25/).first()).toBeVisible();
    await expect(title).toContainText(december);
  });

  const breach = new URL(page.url()).pathname;

  await test.step('its credit, line by line, and all credits of the month', async () => {
    await ready(page);
    await expect(main.getByRole('heading', { name: t('sla:breach.cost') })).toBeVisible();
    await expect(main.getByRole('rowheader', { name: t('sla:credit.issued') })).toBeVisible();
    await main.getByRole('link', { name: t('sla:credit.month') }).click();
    await expect(page).toHaveURL(/\/credits\/2022-12$/);
    await expect(title).toContainText(december);
    await page.goBack();
    await expect(page).toHaveURL(breach);
  });

  await test.step('the proposal that followed, its candidates and what became of it', async () => {
    await ready(page);
    await main.locator('a[href^="/proposals/"]').first().click();
    await expect(page).toHaveURL(/\/proposals\/\d+$/);
    await expect(title).toContainText('Southwest Airlines');
    await expect(main.getByText(t('fallback:cause.section'))).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(breach);
  });

  await test.step('the file that the figure came from', async () => {
    await ready(page);
    await expect(main.getByRole('link', { name: /WN_2022-12\.csv/ })).toBeVisible();
  });

  await test.step('the vendor’s reply, as both sides read it', async () => {
    const replied = main
      .getByRole('listitem')
      .filter({ has: page.getByText(t('sla:event.replied'), { exact: true }) });
    const earlier = new RegExp(t('sla:event.earlier', { count: 7 }).replace('7', '\\d+'));
    await main.getByText(earlier).click();
    await expect(replied.first()).toBeVisible();
    await page.setViewportSize(phone);
    await signIn(page, cast.southwest);
    await page.goto('/');
    await ready(page);
    await places.getByRole('link', { name: t('nav:breaches'), exact: true }).click();
    const search = page.getByLabel(t('sla:list.searchOwn'));
    await search.fill('on-time');
    await search.press('Enter');
    await expect(page).toHaveURL(/q=on-time/);
    await page.locator(`main a[href="${breach}"]`).click();
    await expect(page).toHaveURL(breach);
    await ready(page);
    await main.getByText(earlier).click();
    await expect(replied.first()).toBeVisible();
    await expect(main.getByText(t('sla:breach.proposals'), { exact: true })).toHaveCount(0);
  });
});
