import { languages } from '~/locales/languages';
import { arrive, cast, desk, expect, phone, signIn, test, wordsOf } from './walk';

/* Anything is found by a few letters, from any page, by the keyboard alone; a vendor finds its own. */

for (const language of languages) {
  test(`a manager goes to a vendor by the keyboard (${language})`, async ({ page }) => {
    await page.setViewportSize(desk);
    await signIn(page, { ...cast.martin, language });
    const t = wordsOf({ language });
    await arrive(page, '/jobs');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: t('kit:search.title') });
    await expect(palette.getByRole('link', { name: t('contracts:title') })).toBeVisible();
    await palette.getByRole('searchbox').fill('SOUTHWEST');
    await expect(palette.getByRole('link', { name: /^Southwest Airlines WN/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(palette.getByRole('link', { name: /^Southwest Airlines WN/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Southwest Airlines');
    await expect(palette).toBeHidden();
  });

  test(`a vendor finds its own reports on a phone, and nobody else (${language})`, async ({
    page,
  }) => {
    await page.setViewportSize(phone);
    await signIn(page, { ...cast.southwest, language });
    const t = wordsOf({ language });
    await arrive(page, '/');
    await page.getByRole('link', { name: t('kit:search.open') }).click();
    const palette = page.getByRole('dialog', { name: t('kit:search.title') });
    await palette.getByRole('searchbox').fill('jetblue');
    await expect(palette.getByText(t('kit:search.none', { text: 'jetblue' }))).toBeVisible();
    await palette.getByRole('searchbox').fill('WN_2023');
    await palette.getByRole('link', { name: /WN_2023-11/ }).click();
    await expect(page).toHaveURL(/\/reports\/\d+$/);
  });
}

test('a manager keeps a view of a list, finds it again, removes it and takes that back', async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, cast.martin);
  const t = wordsOf(cast.martin);
  const views = page.getByRole('main').locator('summary', { hasText: t('kit:view.title') });
  await arrive(page, '/breaches?state=disputed');
  await views.click();
  await page.getByLabel(t('kit:view.name')).fill('Disputes');
  await page.getByRole('button', { name: t('kit:view.save') }).click();
  await expect(page.getByText(t('kit:view.saved'))).toBeVisible();
  await arrive(page, '/breaches');
  await views.click();
  await page.getByRole('link', { name: 'Disputes', exact: true }).click();
  await expect(page).toHaveURL(/\/breaches\?state=disputed$/);
  await views.click();
  await page.getByRole('button', { name: t('kit:view.remove', { name: 'Disputes' }) }).click();
  await page.getByRole('button', { name: t('common:action.undo') }).click();
  await expect(page.getByText(t('kit:view.saved'))).toBeVisible();
  await views.click();
  await expect(page.getByRole('link', { name: 'Disputes', exact: true })).toBeVisible();
});
