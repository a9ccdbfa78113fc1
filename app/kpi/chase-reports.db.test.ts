import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { parsePeriod } from '~/shared/period';
import { todayIn } from '~/shared/today';
import { contracts } from '~db/schema/contracts';
import { readings, reportChases, reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { chaseOverdueReports } from './chase-overdue-reports.server';
import { reportsDue } from './due-queries.server';
import { remindDueReports } from './remind-due-reports.server';
import { isOutstanding } from './report-due';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const at = (day: string) => new Date(`${day}T06:00:00.000Z`);
const december = parsePeriod('2023-12');

async function run(day: string) {
  const now = at(day);
  const { reportsReminded } = await remindDueReports(store, now, day);
  const { reportsChased } = await chaseOverdueReports(store, now, day);
  return { reportsReminded, reportsChased };
}

async function letters() {
  const rows = await store.read
    .select({ to: mails.toAddress, template: mails.template, subject: mails.subject })
    .from(mails)
    .orderBy(asc(mails.template), asc(mails.toAddress));
  return rows;
}

/** December of every vendor but the late one is there; his is not. */
const outstanding = async (day: string) =>
  (await reportsDue(store.read, everything, todayIn(at(day))))
    .filter(isOutstanding)
    .filter(({ time }) => time !== 'running')
    .map(({ vendorCode, period, time, missing }) => ({ vendorCode, period, time, missing }));

describe('reports that are due', () => {
  it('are those that contracts in force call for and nobody has sent', async () => {
    expect(await outstanding('2024-01-10')).toEqual([
      { vendorCode: 'TARDY', period: december, time: 'due', missing: ['OTD_PCT'] },
    ]);
    expect(await outstanding('2024-01-11')).toMatchObject([{ time: 'overdue' }]);
  });

  it('are within the scope of the reader', async () => {
    const of = async (vendorId: number) => {
      const due = await reportsDue(
        store.read,
        { kind: 'vendor', vendorId },
        todayIn(at('2024-01-12')),
      );
      return new Set(due.map(({ vendorCode }) => vendorCode));
    };
    expect(await of(cast.vendor.harbour.id)).toEqual(new Set(['HARBOUR']));
    const asia = {
      kind: 'reach' as const,
      marketId: cast.market.asia.id,
      path: cast.market.asia.path,
    };
    expect(await reportsDue(store.read, asia, todayIn(at('2024-01-12')))).toEqual([]);
  });

  it('follow the day of the contract in its own time zone', async () => {
    const zone = (timeZone: string) =>
      store.transact((tx) =>
        tx
          .update(contracts)
          .set({ timeZone })
          .where(eq(contracts.id, cast.vendor.tardy.contractId)),
      );
    await zone('America/Los_Angeles'); // 06:00 in London is still the day before.
    expect(await outstanding('2024-01-11')).toMatchObject([{ time: 'due' }]);
    await zone('Asia/Shanghai');
    expect(await outstanding('2024-01-11')).toMatchObject([{ time: 'overdue' }]);
  });
});

describe('reminding and chasing', () => {
  beforeEach(async () => {
    await store.transact(async (tx) => {
      await tx
        .update(contracts)
        .set({ state: 'draft' })
        .where(eq(contracts.id, cast.vendor.harbour.contractId));
      await tx
        .update(contracts)
        .set({ state: 'draft' })
        .where(eq(contracts.id, cast.vendor.polar.contractId));
      // Brittle Freight has somebody who signs in; its December is taken away.
      await tx.delete(readings).where(eq(readings.period, december ?? 0));
    });
    await store.transact((tx) =>
      tx
        .update(contracts)
        .set({ state: 'draft' })
        .where(eq(contracts.id, cast.vendor.tardy.contractId)),
    );
  });

  it('happens a week before, a day before, on the day and after it, once each', async () => {
    const sent = [];
    for (let day = 1; day <= 14; day += 1) {
      const date = `2024-01-${String(day).padStart(2, '0')}`;
      const { reportsReminded, reportsChased } = await run(date);
      expect(await run(date)).toEqual({ reportsReminded: 0, reportsChased: 0 });
      if (reportsReminded + reportsChased > 0) sent.push(date);
    }
    expect(sent).toEqual(['2024-01-03', '2024-01-09', '2024-01-10', '2024-01-11']);
    expect(await letters()).toMatchObject([
      { to: 'bruno@example.com', template: 'reportDueSoon' },
      { to: 'bruno@example.com', template: 'reportDueSoon' },
      { to: 'bruno@example.com', template: 'reportDueToday' },
      { to: 'marek@example.com', template: 'reportMissing' },
      { to: 'mona@example.com', template: 'reportMissing' },
      { to: 'bruno@example.com', template: 'reportOverdue', subject: '2023年12月绩效报告已逾期' },
    ]);
  });

  it('catches up after days off with the step that has been reached', async () => {
    expect(await run('2024-01-05')).toMatchObject({ reportsReminded: 1 });
    expect(await run('2024-01-13')).toEqual({ reportsReminded: 0, reportsChased: 1 });
    const steps = await store.read.select({ step: reportChases.step }).from(reportChases);
    expect(steps.map(({ step }) => step).sort()).toEqual(['due_in_7', 'overdue']);
  });

  it('is armed again when the due day moves', async () => {
    await run('2024-01-10');
    await store.transact((tx) =>
      tx
        .update(contracts)
        .set({ reportDueDay: 20 })
        .where(eq(contracts.id, cast.vendor.brittle.contractId)),
    );
    expect(await run('2024-01-12')).toMatchObject({ reportsReminded: 0 });
    expect(await run('2024-01-13')).toMatchObject({ reportsReminded: 1 });
  });

  it('says nothing once a report waits for its review', async () => {
    await store.transact(async (tx) => {
      const [report] = await tx
        .insert(reports)
        .values({
          vendorId: cast.vendor.brittle.id,
          state: 'submitted',
          source: 'vendor_report',
          channel: 'file',
          createdAt: '2024-01-02T08:00:00.000Z',
          submittedAt: '2024-01-02T08:00:00.000Z',
        })
        .returning({ id: reports.id });
      await tx.insert(readings).values({
        reportId: report?.id ?? 0,
        vendorId: cast.vendor.brittle.id,
        kpiId: cast.kpi.onTime.id,
        period: december ?? 0,
        source: 'vendor_report',
        value: '70',
      });
    });
    expect(await run('2024-01-12')).toEqual({ reportsReminded: 0, reportsChased: 0 });
  });
});
