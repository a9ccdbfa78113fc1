import type { Page } from '@playwright/test';
import type { JobName } from '~/jobs/schedule';
import type { Language } from '~/locales/languages';
import { formatMonth } from '~/shared/format';
import { periodOf } from '~/shared/period';
import {
  arrive,
  cast,
  desk,
  expect,
  phone,
  ready,
  signIn,
  test,
  wordsOf,
  type Walker,
} from './walk';

/*
 * The main job, once in each language: a vendor's bad file is mended and sent, a manager accepts it, the job finds the
 * breach, the vendor answers, and the manager decides who could take over.
 */

const december = periodOf(2023, 12);

type Story = {
  vendor: Walker;
  vendorName: string;
  manager: Walker;
  /** The cancellation rate as the language calls it. */
  cancelled: string;
  bad: string[];
  mended: string[];
  /** The value as the breach page says it. */
  measured: RegExp;
  /** Whether the breach opens a case that waits for its acknowledgement, or falls back into one that is verified. */
  opensCase: boolean;
  decision: 'accept' | 'reject';
};

const stories: Record<Language, Story> = {
  en: {
    vendor: cast.southwest,
    vendorName: 'Southwest Airlines',
    manager: cast.martin,
    cancelled: 'Cancellation rate',
    bad: [
      'Carrier code,Period,KPI,Value,Numerator,Denominator',
      'WN,2023-12,OTD_PCT,about eighty,,',
      'WN,2023-12,CANCEL_PCT,133,,',
      'WN,2024-12,OTD_PCT,80,,',
      'B6,2023-12,OTD_PCT,70,,',
    ],
    mended: [
      'Carrier code,Period,KPI,Value,Numerator,Denominator',
      'WN,2023-12,OTD_PCT,,104950,126789',
      'WN,2023-12,CANCEL_PCT,,18000,127773',
    ],
    measured: /14\.09/,
    opensCase: true,
    decision: 'accept',
  },
  'zh-CN': {
    vendor: cast.jetblue,
    vendorName: 'JetBlue Airways',
    manager: cast.lan,
    cancelled: '取消率',
    bad: [
      '供应商代码,报告月份,计划航班量,准点率(%),取消率(%)',
      'B6,2023年12月,21398,大约八十,0.39',
      'B6,2023年11月,20000,70.5,133',
      'B6,2024年12月,20000,70.5,1',
      'WN,2023年12月,20000,70.5,1',
    ],
    mended: [
      '供应商代码,报告月份,计划航班量,准点率(%),取消率(%)',
      'B6,2023年12月,21398,71.99,12.5',
    ],
    measured: /12\.5/,
    opensCase: false,
    decision: 'reject',
  },
};

for (const language of ['en', 'zh-CN'] as const) {
  const story = stories[language];
  const t = wordsOf({ language });
  const { vendor, manager, vendorName, cancelled } = story;

  test(`from a bad file to a decision (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await test.step('the vendor reads on the phone what is wrong', async () => {
      await page.setViewportSize(phone);
      await signIn(page, vendor);
      await arrive(page, '/');
      await follow(page, t('nav:reports'));
      await page
        .getByRole('link', { name: t('kpi:send'), exact: true })
        .first()
        .click();
      await sendFile(page, language, 'december.csv', story.bad);
      await expect(page.getByRole('link', { name: t('kpi:errors.mend') })).toBeVisible();
      for (const kind of [
        'number_unreadable',
        'above_maximum',
        'period_in_future',
        'other_vendor',
      ] as const)
        await expect(
          page.getByRole('heading', { name: new RegExp(`^${t(`kpi:errors.kind.${kind}`)}`) }),
        ).toBeVisible();
      await expect(page.getByText('133', { exact: false }).first()).toBeVisible();
      await expectNoOverflow(page);
    });

    const report = await test.step('mends the file, says why, and submits', async () => {
      await page.getByRole('link', { name: t('kpi:errors.mend') }).click();
      await sendFile(page, language, 'december-mended.csv', story.mended);
      const submit = page.getByRole('button', { name: t('kpi:draft.submit') });
      await expect(submit).toBeVisible();
      const comments = page.getByLabel(t('kpi:draft.comment'));
      for (const comment of await comments.all())
        await comment.fill('A storm closed the hubs over Christmas.');
      await expectNoOverflow(page);
      await submit.click();
      await expect(page.getByRole('status').getByText(t('kpi:notice.submitted'))).toBeVisible();
      return new URL(page.url()).pathname;
    });

    await test.step('the manager finds it among the reports and accepts', async () => {
      await page.setViewportSize(desk);
      await signIn(page, manager);
      await arrive(page, '/');
      await follow(page, t('nav:reports'));
      await page.locator(`main a[href="${report}"]`).first().click();
      await expect(page).toHaveURL(report);
      await ready(page);
      await expect(page.getByText(story.measured).first()).toBeVisible();
      const accept = page.getByRole('button', { name: t('kpi:review.accept') });
      await accept.first().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('kpi:review.accept') })
        .click();
      await expect(
        page.getByRole('main').getByText(t('common:reportState.accepted')).first(),
      ).toBeVisible();
    });

    await test.step('the jobs evaluate and propose', async () => {
      await signIn(page, { ...cast.alan, language });
      await arrive(page, '/');
      await follow(page, t('nav:administration'));
      await page
        .getByRole('main')
        .getByRole('link', { name: t('jobs:title'), exact: true })
        .click();
      await ready(page);
      await runJob(page, language, 'evaluate');
      await runJob(page, language, 'propose');
    });

    await test.step('the vendor acknowledges the breach and replies', async () => {
      await page.setViewportSize(phone);
      await signIn(page, vendor);
      await arrive(page, '/');
      await follow(page, t('nav:breaches'));
      await openBreach(page, language, cancelled);
      await expect(page.getByText(story.measured).first()).toBeVisible();
      const main = page.getByRole('main');
      await expect(main).not.toContainText(t('sla:breach.proposals'));
      if (story.opensCase) {
        await main.getByRole('button', { name: t('sla:act.acknowledge') }).click();
        await expect(page.getByText(t('sla:notice.acknowledged'))).toBeVisible();
      }
      const words = `${vendorName}: 18:00 on the 26th, both hubs.`;
      await page.getByLabel(t('sla:act.reply')).fill(words);
      await page.getByRole('button', { name: t('sla:act.sendReply') }).click();
      await expect(page.getByText(t('sla:notice.replied'), { exact: true })).toBeVisible();
      await expect(main.getByText(words)).toBeVisible();
      await expectNoOverflow(page);
    });

    await test.step('the manager reads the reply and decides on the proposal', async () => {
      await page.setViewportSize(desk);
      await signIn(page, manager);
      await arrive(page, '/');
      await follow(page, t('nav:breaches'));
      await search(page, t('sla:list.search'), vendorName);
      await openBreach(page, language, cancelled, vendorName);
      await expect(page.getByText(`${vendorName}: 18:00 on the 26th, both hubs.`)).toBeVisible();
      await page.getByRole('main').locator('a[href^="/proposals/"]').first().click();
      await expect(page).toHaveURL(/\/proposals\/\d+$/);
      await ready(page);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(vendorName);
      if (story.decision === 'accept') {
        await page.getByRole('button', { name: t('fallback:decision.accept') }).click();
        await expect(page.getByText(t('fallback:notice.accepted'))).toBeVisible();
        await expect(page.getByRole('heading', { name: t('fallback:plan.section') })).toBeVisible();
      } else {
        await page.getByLabel(t('fallback:decision.reason')).fill('A single month of storms.');
        await page.getByRole('button', { name: t('fallback:decision.reject') }).click();
        await expect(
          page.getByRole('main').getByText(t('common:proposalState.rejected')).first(),
        ).toBeVisible();
        await expect(page.getByText('A single month of storms.').first()).toBeVisible();
      }
    });
  });
}

/** Goes to a place of the side bar, or of the phone's bar. */
async function follow(page: Page, place: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: place, exact: true });
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await ready(page);
}

async function search(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByLabel(label);
  await box.fill(text);
  await box.press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
}

/** Chooses a file and waits until it has been read. */
async function sendFile(page: Page, language: Language, name: string, lines: string[]) {
  const t = wordsOf({ language });
  await expect(page).toHaveURL(/\/reports\/new/);
  await ready(page);
  const buffer = Buffer.from(`${lines.join('\r\n')}\r\n`);
  await page
    .getByLabel(t('kpi:new.files'))
    .setInputFiles({ name: `${language}-${name}`, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: t('kpi:new.submit') }).click();
  await expect(page).toHaveURL(/\/reports\/\d+$/);
  await expect(page.getByText(t('kpi:page.reading'))).toHaveCount(0, { timeout: 30_000 });
}

/** Runs a job by hand and waits for its run to end. */
async function runJob(page: Page, language: Language, job: JobName): Promise<void> {
  const t = wordsOf({ language });
  await page.getByRole('combobox', { name: t('jobs:run.job') }).selectOption(t(`jobs:name.${job}`));
  await page.getByRole('button', { name: t('jobs:run.action') }).click();
  await expect(
    page.getByText(t('jobs:notice.queued', { job: t(`jobs:name.${job}`) })),
  ).toBeVisible();
  const runs = page.getByRole('group', { name: t('jobs:runs') }).getByRole('row');
  const byHand = runs.filter({ hasText: t(`jobs:name.${job}`) }).filter({
    hasText: t('jobs:origin.hand'),
  });
  await expect(byHand.first().getByText(t('jobs:state.done'))).toBeVisible({ timeout: 60_000 });
}

/** Opens December's breach of a KPI from the list, which shows the latest first. */
async function openBreach(page: Page, language: Language, kpi: string, vendor = '') {
  const row = page
    .getByRole('row')
    .filter({ hasText: formatMonth(december, language) })
    .filter({ hasText: kpi })
    .filter({ hasText: vendor });
  await row.first().getByRole('rowheader').getByRole('link').click();
  await expect(page).toHaveURL(/\/breaches\/\d+$/);
  await ready(page);
}

/** Nothing reaches beyond the page's sides. */
async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
}
