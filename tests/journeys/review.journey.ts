import type { Browser, Page } from '@playwright/test';
import {
  arrive,
  cast,
  desk,
  expect,
  narrow,
  phone,
  signIn,
  test,
  wordsOf,
  type Walker,
} from './walk';

/*
 * A review of Southwest by both sides, from its plan to both signatures; in its meeting two people write in one place, and
 * one of them loses the connection.
 */

const martin: Walker = { ...cast.martin, language: 'en' };
const chen: Walker = { ...cast.chen, language: 'zh-CN' };
const southwest: Walker = { ...cast.southwest, language: 'en' };
const t = wordsOf(martin);
const chinese = wordsOf(chen);

const MINE = 'Martin: the December recovery is late.';
const OVERRULED = 'Two storms took half of the quarter.';
const THEIRS = 'Chen: the fee of December is disputed.';

test('a review from its plan to both signatures', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(desk);
  const main = page.getByRole('main');
  let review = '';

  await test.step('planned, moved and frozen by who leads it', async () => {
    await signIn(page, martin);
    await arrive(page, '/reviews/new');
    await page.locator('[name=vendorId]').selectOption({ label: 'Southwest Airlines' });
    await page.locator('[name=quarter]').fill('2021-11');
    await main.getByRole('button', { name: t('reviews:plan.submit') }).click();
    await expect(page).toHaveURL(/\/reviews\/\d+$/);
    review = new URL(page.url()).pathname;
    await arrive(page, `${review}/move`);
    await page.locator('[name=date]').fill('2024-02-20');
    await page.locator('[name=time]').fill('10:30');
    await page.locator('[name=reason]').fill('Held with the fourth quarter.');
    await main.getByRole('button', { name: t('reviews:move.submit') }).click();
    await expect(main.getByText('20 Feb 2024, 10:30').first()).toBeVisible();
    // The pack is frozen in the worker thread: nothing else in a portal takes up work that waits.
    await confirm(page, t('reviews:act.freeze'));
    await expect(main.getByText(t('reviews:state.frozen'), { exact: true })).toBeVisible();
    await expect(main.getByText(t('reviews:pack.exceptions'))).toBeVisible();
  });

  await test.step('read on a phone by the vendor, who comments on a figure and brings an item', async () => {
    await page.setViewportSize(phone);
    await signIn(page, southwest);
    await arrive(page, review);
    await narrow(page);
    await expect(main.getByText(t('reviews:internal.title'))).toHaveCount(0);
    await main.locator('a[href*="/comments/new?section=kpis&figure="]').first().click();
    await page.locator('[name=text]').fill('Our count differs by two flights.');
    await main.getByRole('button', { name: t('reviews:comment.submit') }).click();
    await expect(main.getByText('Our count differs by two flights.')).toBeVisible();
    await arrive(page, `${review}/items/new`);
    await page.locator('[name=title]').fill('Winter stand-by crews');
    await main.getByRole('button', { name: t('reviews:item.submit') }).click();
    await expect(main.getByText('Winter stand-by crews').first()).toBeVisible();
    const meeting = await page.request.get(`${review}/meeting`, { maxRetries: 2 });
    expect(meeting.status()).toBe(404);
  });

  await test.step('two write in one place: both are told, neither loses a word', async () => {
    await page.setViewportSize(desk);
    await signIn(page, martin);
    await arrive(page, review);
    await main.getByRole('button', { name: t('reviews:act.open') }).click();
    await expect(page).toHaveURL(`${review}/meeting`);
    await expect(page.getByRole('timer')).toBeVisible();
    const other = await another(browser, chen, `${review}/meeting`);
    // Chen starts from the empty note while the portal takes Martin's: his page is held back from hearing of it.
    await other.route('**/notes', (route) => route.abort());
    await note(page, 'sla').fill(MINE);
    await expect(state(page, 'sla')).toContainText(t('reviews:meeting.noteState.saved'));
    await note(other, 'sla').fill(THEIRS);
    const alert = other.getByRole('alert');
    await expect(alert).toContainText(MINE);
    await expect(alert).toContainText(THEIRS);
    await alert.getByRole('button', { name: chinese('reviews:meeting.takeBoth') }).click();
    await expect(state(other, 'sla')).toContainText(chinese('reviews:meeting.noteState.saved'));
    await expect(note(page, 'sla')).toHaveValue(`${MINE}\n${THEIRS}`);
    await expect(state(page, 'sla')).toContainText(
      t('reviews:meeting.writesToo', { person: chen.name }),
    );
    await other.close();
  });

  await test.step('a lost connection loses nothing either', async () => {
    await page.context().setOffline(true);
    await note(page, 'incidents').fill('Written without a connection.');
    await expect(state(page, 'incidents')).toContainText(t('reviews:meeting.noteState.offline'));
    await page.context().setOffline(false);
    await expect(state(page, 'incidents')).toContainText(t('reviews:meeting.noteState.saved'));
    await page.reload();
    await expect(note(page, 'incidents')).toHaveValue('Written without a connection.');
  });

  await test.step('ratings, a decision and an action that nobody owns yet', async () => {
    await arrive(page, `${review}/decisions/new`);
    await page.locator('[name=text]').fill('Volume stays until the summer.');
    await page.locator('[name=agenda]').selectOption('escalations');
    await main.getByRole('button', { name: t('reviews:decision.submit') }).click();
    await expect(main.getByText('Volume stays until the summer.').first()).toBeVisible();
    await arrive(page, `${review}/actions/new`);
    await page.locator('[name=title]').fill('Count flights by one source');
    await page.locator('[name=dueOn]').fill('2024-03-31');
    await main.getByRole('button', { name: t('reviews:action.submit') }).click();
    await expect(main.getByText(t('reviews:action.noOwner'))).toBeVisible();
    const [overrule] = await main.locator('a[href*="/ratings/new?figure="]').all();
    await arrive(page, (await overrule?.getAttribute('href')) ?? '');
    await main.getByRole('radio', { name: t('reviews:rating.improve'), exact: true }).check();
    await main.getByRole('button', { name: t('reviews:overrule.submit') }).click();
    // The figures decide unless the meeting says why not.
    await expect(page).toHaveURL(/\/ratings\/new/);
    await page.locator('[name=reason]').fill(OVERRULED);
    await main.getByRole('button', { name: t('reviews:overrule.submit') }).click();
    await expect(page).toHaveURL(`${review}/meeting`);
    await expect(
      main.getByText(t('reviews:ratings.overruled', { reason: OVERRULED })),
    ).toBeVisible();
    await confirm(page, t('reviews:meeting.close'));
    await expect(page).toHaveURL(`${review}/record`);
    await expect(main.getByText(t('reviews:record.draft'))).toBeVisible();
  });

  await test.step('the record waits for the owner, then goes out', async () => {
    await confirm(page, t('reviews:record.send'));
    await expect(page.getByText(/Count flights by one source/).first()).toBeVisible();
    await expect(main.getByText(t('reviews:state.held'), { exact: true })).toBeVisible();
    await main.getByRole('link', { name: 'Count flights by one source' }).click();
    await expect(page).toHaveURL(/\/actions\/\d+$/);
    await arrive(page, `${new URL(page.url()).pathname}/assignment`);
    await page.locator('[name=ownerId]').selectOption({ label: martin.name });
    await main.locator('form button[type=submit]').first().click();
    await expect(page).toHaveURL(/\/actions\/\d+$/);
    await arrive(page, `${review}/record`);
    await confirm(page, t('reviews:record.send'));
    await expect(main.getByText(t('reviews:state.recorded'), { exact: true })).toBeVisible();
  });

  await test.step('the vendor objects in words that stay, and our side signs', async () => {
    await page.setViewportSize(phone);
    await signIn(page, southwest);
    await arrive(page, '/');
    await expect(main.getByText(t('desk:kind.review_sign')).first()).toBeVisible();
    await arrive(page, `${review}/record`);
    await narrow(page);
    await expect(main.getByText(MINE)).toBeVisible();
    await expect(main.getByText(OVERRULED).first()).toBeVisible();
    await main.getByRole('link', { name: t('reviews:objection.submit') }).click();
    await page.locator('[name=comment]').fill('The count of flights is still open.');
    await main.getByRole('button', { name: t('reviews:objection.submit') }).click();
    await expect(main.getByText('The count of flights is still open.')).toBeVisible();
    await page.setViewportSize(desk);
    await signIn(page, martin);
    await arrive(page, `${review}/signature`);
    await main.getByRole('button', { name: t('reviews:signature.submit') }).click();
    await expect(main.getByText(t('reviews:state.signed'), { exact: true })).toBeVisible();
    await expect(main.getByText('The count of flights is still open.')).toBeVisible();
  });
});

const note = (page: Page, agenda: string) => page.locator(`#note-${agenda}`);
const state = (page: Page, agenda: string) => page.locator(`#note-${agenda}-state`);

/** A second browser with somebody else in it. */
async function another(browser: Browser, walker: Walker, path: string) {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, walker);
  await arrive(page, path);
  return page;
}

/** Presses a button that asks first, and says yes. */
async function confirm(page: Page, name: string): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}
