import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { arrive, cast, desk, expect, ready, signIn, test, wordsOf, type Walker } from './walk';

/*
 * The life of a contract, each step by whoever may take it: entered, its terms tried on what was reported, approved by two
 * others, signed although clauses are missing, amended, renewed, ended. Then its dates, as a calendar program reads them.
 */

const number = `JOURNEY-${Date.now()}`;
const petra: Walker = { ...cast.petra, language: 'en' };
const chen: Walker = { ...cast.chen, language: 'zh-CN' };
const martin: Walker = { ...cast.martin, language: 'en' };
const t = wordsOf(petra);

test('a contract from its draft to its end, and in the calendar', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize(desk);
  const main = page.getByRole('main');
  let contract = '';

  await test.step('entered as a draft, with the clauses that it lacks', async () => {
    await signIn(page, petra);
    await arrive(page, '/contracts/new');
    await page.getByLabel(t('common:column.vendor'), { exact: true }).selectOption('WN');
    await page.locator('[name=number]').fill(number);
    await page.locator('[name=title]').fill('Replacement transport');
    await page.getByRole('checkbox', { name: /AIR/ }).check();
    await page.locator('[name=starts]').fill('2024-02-01');
    await page.locator('[name=ends]').fill('2024-07-31');
    await page.locator('[name=renewal]').selectOption('express');
    await page.locator('[name=renewal_months]').fill('6');
    await page.locator('[name=notice_days]').fill('90');
    await page.locator('[name="report_due.day"]').fill('10');
    await page.locator('[name=currency]').selectOption('USD');
    await page.locator('[name=fee]').fill('25000');
    await press(page, t('contracts:form.create'));
    await expect(page).toHaveURL(/\/contracts\/\d+$/);
    contract = new URL(page.url()).pathname;
    await expect(main.getByText(t('common:contractState.draft'), { exact: true })).toBeVisible();
    await expect(main.getByText(lacking(petra)).filter({ visible: true })).toBeVisible();
  });

  await test.step('a term tried on what the vendor reported, before anybody signs', async () => {
    await arrive(page, `${contract}/terms/new`);
    await page.locator('[name=kpi]').selectOption('OTD_PCT');
    await page.locator('[name=target]').fill('80');
    await page.locator('[name="credit.method"]').selectOption('tiered');
    await page.locator('[name="bands.0.credit_percent"]').fill('5');
    await page.locator('[name="bands.0.credit_percent"]').blur();
    const failures = main.getByRole('status').locator('[data-main] dd');
    await expect(failures).toHaveText(/^[1-9]\d* .*\d$/);
    const [first = 0] = ((await failures.textContent()) ?? '').match(/\d+/)?.map(Number) ?? [];
    await page.locator('[name=target]').fill('60');
    await page.locator('[name=target]').blur();
    await expect(failures).not.toHaveText(new RegExp(`^${first} `));
    await page.locator('[name=target]').fill('80');
    await press(page, t('contracts:form.add'));
    await expect(page).toHaveURL(contract);
    await confirm(page, t('contracts:life.submit'));
    await expect(main.getByText(t('contracts:life.needs', { count: 2 }))).toBeVisible();
  });

  await test.step('approved by two, none of whom submitted it', async () => {
    await expect(main.getByRole('button', { name: t('contracts:life.approve') })).toHaveCount(0);
    for (const approver of [chen, martin]) {
      const words = wordsOf(approver);
      await signIn(page, approver);
      await arrive(page, contract);
      await expect(main.getByText(lacking(approver)).filter({ visible: true })).toBeVisible();
      await confirm(page, words('contracts:life.approve'));
      await expect(page.getByText(words('contracts:notice.approved'))).toBeVisible();
    }
    await expect(main.getByText(t('contracts:life.nowApproved'))).toBeVisible();
  });

  await test.step('signed by the manager, who says why', async () => {
    const reason = 'Clauses follow with the first amendment.';
    await main.getByRole('link', { name: t('contracts:life.sign') }).click();
    await expect(page).toHaveURL(`${contract}/signature`);
    await ready(page);
    await press(page, t('contracts:life.sign'));
    for (const field of ['reason', 'file'])
      await expect(page.locator(`[name=${field}]`)).toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name=reason]').fill(reason);
    await attach(page, 'file', 'contract-en.txt', 'The parties agree.');
    await page.locator('select[name=language]').selectOption('en');
    await attach(page, 'translation', 'contract-zh.txt', '双方同意。');
    await page.locator('[name=translation_language]').selectOption('zh');
    await page.locator('[name=prevails]').selectOption('zh');
    await press(page, t('contracts:life.sign'));
    await expect(page).toHaveURL(contract);
    await expect(main.getByRole('link', { name: 'contract-zh.txt' })).toBeVisible();
    await expect(main.getByText(t('common:contractState.upcoming'), { exact: true })).toBeVisible();
    await expect(main.getByText(reason)).toBeVisible();
  });

  await test.step('amended: proposed by one, approved by another', async () => {
    await signIn(page, petra);
    await arrive(page, `${contract}/edit`);
    await page.locator('[name=fee]').fill('31000');
    await page.locator('[name=governing_law]').fill('Law of Texas');
    await press(page, t('contracts:form.save'));
    await expect(page).toHaveURL(/\/amendments\/\d+$/);
    const amendment = new URL(page.url()).pathname;
    await expect(main.locator('del').getByText(/USD.25,000\.00/)).toBeVisible();
    await expect(main.locator('ins').getByText(/USD.31,000\.00/)).toBeVisible();
    await arrive(page, `${amendment}/proposal`);
    await page.locator('[name=reason]').fill('Fuel');
    await press(page, t('contracts:amendment.propose'));
    await expect(page).toHaveURL(amendment);
    await signIn(page, martin);
    await arrive(page, amendment);
    await confirm(page, t('contracts:amendment.approve'));
    await expect(page.getByText(t('contracts:notice.amendmentApproved'))).toBeVisible();
    await arrive(page, contract);
    await expect(main.getByText('Law of Texas')).toBeVisible();
  });

  await test.step('its notice and its end stand in a calendar program', async () => {
    const events = await eventsOf(page, petra);
    expect(events.map(({ day }) => day)).toEqual(['2024-05-02', '2024-07-31']);
    expect(events[0]?.url).toContain(contract);
  });

  await test.step('renewed: proposed by one, approved by another, and its dates move', async () => {
    await signIn(page, petra);
    await arrive(page, contract);
    await main.getByText(t('kit:more'), { exact: true }).click();
    await main.getByRole('link', { name: t('contracts:page.renew') }).click();
    await expect(page).toHaveURL(`${contract}/renewal`);
    await ready(page);
    await expect(page.locator('[name=ends]')).toHaveValue('2025-01-31');
    await page.locator('[name=reason]').fill('Agreed with the vendor');
    await press(page, t('contracts:renewing.propose'));
    await expect(page).toHaveURL(/\/amendments\/\d+$/);
    const renewal = new URL(page.url()).pathname;
    await signIn(page, martin);
    await arrive(page, renewal);
    await confirm(page, t('contracts:amendment.approve'));
    await expect(page.getByText(t('contracts:notice.amendmentApproved'))).toBeVisible();
    await arrive(page, contract);
    await expect(main.getByText(t('contracts:life.step.renewed'), { exact: true })).toBeVisible();
    const events = await eventsOf(page, petra);
    expect(events.map(({ day }) => day)).toEqual(['2024-11-02', '2025-01-31']);
  });

  await test.step('ended before its time', async () => {
    await arrive(page, `${contract}/termination`);
    await page.locator('[name=lastDay]').fill('2024-06-30');
    await page.locator('[name=reason]').fill('Route given up');
    await press(page, t('contracts:page.terminate'));
    await expect(page).toHaveURL(contract);
    await expect(main.getByText('Route given up')).toBeVisible();
    const events = await eventsOf(page, petra);
    expect(events.map(({ day }) => day)).toEqual(['2024-06-30']);
  });
});

/** How the page names what is missing, whatever it is. */
function lacking(walker: Walker): RegExp {
  return new RegExp(wordsOf(walker)('contracts:life.lacks', { count: 2 }).replace('2', '\\d+'));
}

async function attach(page: Page, field: string, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(`${text}\n`);
  await page.locator(`[name=${field}]`).setInputFiles({ name, mimeType: 'text/plain', buffer });
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** Opens what asks first, and says yes. */
async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByRole('dialog', { name }).getByRole('button', { name, exact: true }).click();
}

/** What of the contract a calendar program gets from a new address of a person, in order. */
async function eventsOf(page: Page, walker: Walker) {
  await signIn(page, walker);
  await arrive(page, '/calendar/feed');
  const words = wordsOf(walker);
  const open = page.getByRole('button', { name: words('contracts:calendar.open') });
  await open.or(page.getByRole('button', { name: words('contracts:calendar.openAnew') })).click();
  const address = (await page.getByRole('main').locator('code').textContent()) ?? '';
  const answer = await page.request.get(new URL(address).pathname);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  const calendar = ICAL.Component.fromString(await answer.text());
  return calendar
    .getAllSubcomponents('vevent')
    .map((one) => {
      const event = new ICAL.Event(one);
      const url = String(one.getFirstPropertyValue('url'));
      return { summary: event.summary, day: event.startDate.toString(), url };
    })
    .filter(({ summary }) => summary.includes(number))
    .sort((a, b) => a.day.localeCompare(b.day));
}
