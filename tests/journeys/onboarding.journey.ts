import type { Page } from '@playwright/test';
import { languages, type Language } from '~/locales/languages';
import { tierTable } from '~/vendors/tier';
import { describeCompany } from './describe-company';
import {
  arrive,
  cast,
  desk,
  expect,
  narrow,
  phone,
  press,
  ready,
  signIn,
  test,
  wordsOf,
  type Walker,
} from './walk';

/*
 * A vendor's way in, from the letter that invites it to its place among the fallback candidates, each step by whoever may
 * take it, once in each language: procurement invites, checks and asks for scores, three others score, a manager who took
 * no part lets it in on a condition.
 */

/** Whom the newcomer could stand in for: a carrier and a market of its own for each language. */
const standsInFor: Record<Language, { vendor: string; market: string; place: string }> = {
  en: { vendor: 'AA', market: 'DFW', place: 'Dallas/Fort Worth' },
  'zh-CN': { vendor: 'DL', market: 'ATL', place: '亚特兰大' },
};
const condition = { title: 'Name a second depot', dueOn: '2024-03-29', owner: 'Nele Newcomer' };

test.use({ actionTimeout: 20_000 });
test.describe.configure({ mode: 'parallel' }); // Each language stands in for another carrier, in another market.

for (const language of languages) {
  test(`from an invitation to a fallback candidate (${language})`, async ({ page, browser }) => {
    test.setTimeout(300_000);
    const as = (person: keyof typeof cast): Walker => ({ ...cast[person], language });
    const t = wordsOf({ language });
    const main = page.getByRole('main');
    const code = `NEW${language === 'en' ? 'EN' : 'ZH'}${Date.now() % 100_000}`;
    const email = `nele@${code.toLowerCase()}.example`;
    const name = `Newcomer ${code}`;
    const { vendor: standing, market, place } = standsInFor[language];
    let base = '';
    let assessment = '';
    // The vendor's browser asks for the other language: the letter's is the one that counts.
    const foreign = languages.find((other) => other !== language);
    const context = await browser.newContext({ viewport: phone, locale: foreign ?? language });
    const theirs = await context.newPage();
    /** The vendor hands its description in, the first time or again. */
    const submit = async (button: string) => {
      await arrive(theirs, '/company');
      await narrow(theirs);
      await theirs.getByRole('button', { name: button }).first().click();
      await theirs.getByRole('dialog').getByRole('button', { name: button }).click();
      await expect(theirs.getByText(t('company:notice.submitted'))).toBeVisible();
      await narrow(theirs);
    };

    await test.step('procurement invites it by mail', async () => {
      await page.setViewportSize(desk);
      await signIn(page, as('petra'));
      await arrive(page, '/vendors/invitation');
      await page.locator('[name=name]').fill(name);
      await page.locator('[name=code]').fill(code);
      await page.locator('[name=country]').selectOption('US');
      await page.locator('[name=contact]').fill(condition.owner);
      await page.locator('[name=email]').fill(email);
      await page.locator(`[name=locale][value=${language}]`).check();
      await page.getByRole('checkbox').first().check();
      await press(page, t('invitation:send'));
      await expect(page).toHaveURL(/\/vendors\/\d+\/company$/);
      base = new URL(page.url()).pathname.replace('/company', '');
      await expect(main.getByText(email)).toBeVisible();
    });

    await test.step('the vendor follows the link and fills everything in, on a phone', async () => {
      const link = await linkMailedTo(page, email);
      await theirs.goto(link);
      await expect(theirs.locator('html')).toHaveAttribute('lang', language);
      await press(theirs, t('invitation:door.enter'));
      await expect(theirs).toHaveURL('/company');
      await describeCompany(theirs, language, place);
      await submit(t('company:submit'));
      await theirs.goto('/vendors');
      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
        t('kit:error.notFoundTitle'),
      );
      await theirs.goto(link);
      await expect(theirs.getByText(t('invitation:door.usedTitle'))).toBeVisible();
    });

    await test.step('a part is sent back, comes in again, and waits on the board until it is gone through', async () => {
      await arrive(page, `${base}/company`);
      await expect(main.getByRole('button', { name: t('company:ours.accept') })).toBeVisible();
      await page.locator(`main a[href="${base}/sections/profile/return"]`).click();
      await page.locator('[name=remark]').fill('Which of your sites?');
      await press(page, t('company:ours.sendBack'));
      await expect(page).toHaveURL(`${base}/company`);
      const stands = async (wait: string) => {
        await arrive(page, `/onboarding?view=table&q=${code}`);
        await expect(page.getByRole('row').filter({ hasText: name })).toContainText(wait);
      };
      await stands(t('diligence:board.waits.parts', { count: 1 }));
      await arrive(theirs, '/company/profile');
      await expect(theirs.getByText('Which of your sites?')).toBeVisible();
      await theirs.locator('[name=website]').fill('https://depot.newcomer.example');
      await press(theirs, t('company:profile.save'));
      await submit(t('company:resubmit'));
      await context.close();
      await stands(t('diligence:board.waits.tier'));
      await arrive(page, `${base}/company`);
      await expect(main.getByText('Which of your sites?')).toBeVisible();
      await press(page, t('company:ours.accept'));
      await expect(page.getByText(t('company:ours.accepted'))).toBeVisible();
    });

    await test.step('procurement grades it and makes its checks; another signs the sensitive ones off', async () => {
      await arrive(page, `${base}/tier`);
      for (const [question, answer] of Object.entries({
        ...{ spend: 2, criticality: 2, dataAccess: 1, replaceability: 2 },
      }))
        await page.locator(`[name=${question}][value="${answer}"]`).check();
      await press(page, t('vendors:tier.grade'));
      await expect(page).toHaveURL(base);
      await arrive(page, `${base}/checks`);
      await press(page, t('diligence:screening.now'));
      await ready(page);
      for (const kind of tierTable.standard.checks) {
        await openCheck(page, base, t(`diligence:check.kinds.${kind}`));
        await follow(page, t('diligence:check.record'), /\/checks\/\d+\/result$/);
        await page.locator('[name=result][value=passed]').check();
        await page.locator('[name=finding]').fill(`Seen and in order: ${kind}.`);
        await press(page, t('diligence:step.result.submit'));
        await expect(page).toHaveURL(/\/checks\/\d+$/);
        await expect(main.getByRole('button', { name: t('diligence:check.sign') })).toHaveCount(0);
      }
      await signIn(page, as('chen'));
      for (const kind of ['sanctions', 'financial_health'] as const) {
        await openCheck(page, base, t(`diligence:check.kinds.${kind}`));
        await press(page, t('diligence:check.sign'));
        await expect(page.getByText(t('diligence:notice.signedOff'))).toBeVisible();
      }
    });

    await test.step('three score on their own, blind until all are in', async () => {
      await signIn(page, as('petra'));
      await arrive(page, `${base}/assessments/request`);
      await page.locator('[name=versionId]').selectOption({ index: 1 });
      for (const assessor of ['chen', 'lan', 'alan'] as const)
        await page.getByRole('checkbox', { name: new RegExp(cast[assessor].name) }).check();
      await press(page, t('assessments:act.request'));
      await expect(page).toHaveURL(/\/assessments\/\d+$/);
      assessment = new URL(page.url()).pathname;
      for (const [assessor, points] of [
        ['chen', '4'],
        ['lan', '4'],
        ['alan', '2'],
      ] as const) {
        await signIn(page, as(assessor));
        await arrive(page, assessment);
        await expect(main.getByText(t('assessments:noTotal')).first()).toBeVisible();
        await follow(page, t('assessments:act.score'), `${assessment}/scores`);
        await score(page, points);
        await press(page, t('assessments:act.handIn'));
        await expect(page).toHaveURL(assessment);
      }
    });

    await test.step('what lies apart is settled for a reason, then the result stands', async () => {
      await signIn(page, as('petra'));
      await arrive(page, assessment);
      await expect(main.getByRole('button', { name: t('assessments:act.conclude') })).toHaveCount(
        0,
      );
      const settle = main.getByRole('link', { name: t('assessments:act.settle'), exact: true });
      for (let open = await settle.count(); open > 0; open -= 1) {
        await settle.first().click();
        await expect(page).toHaveURL(/\/settlement\?criterion=/);
        await ready(page);
        await page.locator('[name=points]').fill('4');
        await page.locator('[name=reason]').fill('The references came in after two had scored.');
        await press(page, t('assessments:act.settle'));
        await expect(page).toHaveURL(assessment);
        await ready(page);
      }
      await press(page, t('assessments:act.conclude'));
      await expect(page.getByText(t('assessments:notice.concluded'))).toBeVisible();
      await expect(main.getByText(t('assessments:act.decide'))).toBeVisible();
    });

    await test.step('it is compared with another, in a table and drawn', async () => {
      await arrive(page, '/assessments?state=concluded');
      const rows = page.getByRole('row');
      await rows.filter({ hasText: name }).getByRole('checkbox').check();
      await rows.filter({ hasText: '华途' }).first().getByRole('checkbox').check();
      await page.getByRole('button', { name: t('assessments:compare.chosen') }).click();
      await expect(page).toHaveURL(/\/assessments\/comparison\?.*id=/);
      await ready(page);
      await expect(page.getByRole('columnheader', { name })).toBeVisible();
      await expect(main.getByText(t('assessments:compare.best')).first()).toBeVisible();
      await expect(main.locator('.recharts-radar-polygon')).toHaveCount(2);
    });

    await test.step('whoever took part can’t decide: on the page and on the server', async () => {
      for (const person of ['petra', 'chen', 'lan'] as const) {
        await signIn(page, as(person));
        await arrive(page, `${base}/admission`);
        await expect(main.getByText(t('errors:took_part'))).toBeVisible();
        await expect(
          main.getByRole('button', { name: t('assessments:admission.decide') }),
        ).toHaveCount(0);
        const form = { decision: 'approve', reason: 'Mine' };
        const answer = await page.request.post(`${base}/admission`, { form, maxRedirects: 0 });
        expect(answer.status(), person).toBe(422);
        expect(await answer.text()).toContain(t('errors:took_part'));
      }
    });

    await test.step('a manager who took no part lets it in on a condition', async () => {
      await signIn(page, as('martin'));
      await arrive(page, assessment);
      await follow(page, t('assessments:act.decide'), `${base}/admission`);
      await page.locator('[name=decision][value=conditional]').check();
      await page.locator('[name=reason]').fill('Qualified; one depot alone is thin.');
      await press(page, t('assessments:admission.decide'));
      await expect(page.getByText(t('errors:admission_needs_conditions')).first()).toBeVisible();
      await page.locator('[name="conditions[0].title"]').fill(condition.title);
      await page.locator('[name="conditions[0].dueOn"]').fill(condition.dueOn);
      await page.locator('[name="conditions[0].ownerName"]').fill(condition.owner);
      await press(page, t('assessments:admission.decide'));
      await expect(page).toHaveURL(base);
      await expect(main.getByText(t('common:vendorState.conditional')).first()).toBeVisible();
      await expect(main.getByText(condition.title)).toBeVisible();
    });

    await test.step('it stands among the fallback candidates', async () => {
      await arrive(page, `/proposals/new?vendor=${standing}`);
      await page.locator('[name=scope]').selectOption(`AIR/${market}`);
      await press(page, t('fallback:ask.submit'));
      await expect(page).toHaveURL(/\/proposals\/\d+$/);
      const candidates = main.getByRole('region', { name: t('fallback:compare.section') });
      await expect(candidates.getByText(name).first()).toBeVisible();
    });
  });
}

/** The link of the latest letter to an address, as whoever runs the portal finds it. */
async function linkMailedTo(page: Page, email: string): Promise<string> {
  const alan = await page.context().browser()?.newContext();
  const letters = await alan?.newPage();
  if (!letters) throw new Error('the browser is there');
  await signIn(letters, cast.alan);
  await letters.goto(`/mail?q=${encodeURIComponent(email)}`);
  await letters.locator('main a[href^="/mail/"]').first().click();
  const text = (await letters.locator('main pre').textContent()) ?? '';
  await alan?.close();
  const [link] = /\/invitation\?token=[\w-]+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`no link in the letter: ${text}`);
  return link;
}

/** Follows a link of the page itself, until the page behind it is there. */
async function follow(page: Page, name: string, to: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await expect(page).toHaveURL(to);
  await ready(page);
}

/** Opens one of the vendor's checks from the list of them. */
async function openCheck(page: Page, vendor: string, kind: string): Promise<void> {
  await arrive(page, `${vendor}/checks`);
  await page.getByRole('rowheader').getByRole('link', { name: kind }).click();
  await expect(page).toHaveURL(/\/checks\/\d+$/);
  await ready(page);
}

/** Gives every criterion the same points. */
async function score(page: Page, points: string): Promise<void> {
  const levels = page.locator(`main input[type=radio][name^="points."][value="${points}"]`);
  await expect(levels.first()).toBeAttached();
  const count = await levels.count();
  for (let index = 0; index < count; index += 1) await levels.nth(index).check();
}
