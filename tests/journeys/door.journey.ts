import { languageNames } from '~/locales/languages';
import { DEMO_PASSWORD } from '~db/demo/people';
import { cast, desk, expect, phone, ready, signIn, test, wordsOf } from './walk';

test.describe('the door', () => {
  test('lets somebody in, keeps the page that was asked for, and out again', async ({ page }) => {
    const t = wordsOf(cast.martin);
    await page.setViewportSize(desk);
    await page.goto('/contracts');
    await ready(page);
    await expect(page).toHaveURL('/sign-in?to=%2Fcontracts');
    await page.getByLabel(t('door:signIn.email')).fill(cast.martin.email);
    await page.getByLabel(t('door:signIn.password')).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: t('door:signIn.submit'), exact: true }).click();
    await expect(page).toHaveURL('/contracts');
    await expect(page.getByRole('navigation', { name: t('kit:mainNavigation') })).toBeVisible();
    await ready(page);
    await page.getByLabel(t('kit:preferences.account', { name: cast.martin.name })).click();
    await page.getByRole('button', { name: t('kit:preferences.signOut') }).click();
    await expect(page).toHaveURL('/sign-in');
    await page.goto('/contracts');
    await expect(page).toHaveURL('/sign-in?to=%2Fcontracts');
  });

  test('refuses a wrong password in words and keeps the address', async ({ page }) => {
    const t = wordsOf(cast.ada);
    await page.goto('/sign-in');
    await ready(page);
    await page.getByLabel(t('door:signIn.email')).fill('nobody@mainstay.example');
    await page.getByLabel(t('door:signIn.password')).fill('a guess of mine');
    await page.getByRole('button', { name: t('door:signIn.submit'), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(t('errors:sign_in_failed'));
    await expect(page.getByLabel(t('door:signIn.email'))).toHaveValue('nobody@mainstay.example');
    await expect(page.getByLabel(t('door:signIn.password'))).toHaveValue('');
    await page.goto('/account');
    await expect(page).toHaveURL('/sign-in?to=%2Faccount');
  });

  test('shows the demo’s accounts, and one click signs in', async ({ page }) => {
    const t = wordsOf(cast.southwest);
    await page.setViewportSize(phone);
    await page.goto('/sign-in');
    await ready(page);
    const { name } = cast.southwest;
    await page.getByRole('button', { name: t('door:signIn.demoSubmit', { name }) }).click();
    await expect(page).toHaveURL('/');
    const places = page.getByRole('navigation', { name: t('kit:mainNavigation') });
    await expect(places.getByRole('link', { name: t('nav:company'), exact: true })).toBeVisible();
    await expect(places.getByRole('link', { name: t('nav:fallback'), exact: true })).toHaveCount(0);
  });

  test('speaks the reader’s language and keeps the choice with the person', async ({ page }) => {
    const [english, chinese] = [cast.ada, { ...cast.ada, language: 'zh-CN' as const }];
    const [inEnglish, inChinese] = [wordsOf(english), wordsOf(chinese)];
    await page.setViewportSize(desk);
    await signIn(page, english);
    await page.goto('/vendors?sort=-name');
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByLabel(inEnglish('kit:preferences.language')).click();
    await page.getByRole('button', { name: languageNames['zh-CN'] }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveURL('/vendors?sort=-name');
    await page.context().clearCookies();
    const form = { email: cast.ada.email, password: DEMO_PASSWORD };
    await page.request.post('/sign-in', { form });
    await page.goto('/vendors');
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.getByLabel(inChinese('kit:preferences.language')).click();
    await page.getByRole('button', { name: languageNames.en }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
