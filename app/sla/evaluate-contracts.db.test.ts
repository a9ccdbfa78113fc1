import { and, asc, eq, ne } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { mails } from '~db/schema/notifications';
import { breaches, cases } from '~db/schema/cases';
import {
  contractEvaluations,
  creditEntries,
  creditPeriods,
  evaluations,
  kpiMonths,
  vendorFailures,
} from '~db/schema/sla';
import { verifyChain } from '~/audit/verify-chain.server';
import { markStale } from '~/contracts/mark-stale.server';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { evaluateContracts, evaluateDueContracts } from './evaluate-contracts.server';
import { rebuildSummaries } from './rebuild-summaries.server';
import {
  castForEach,
  store,
  cast,
  evaluate,
  standing,
  summarised,
  outcomesOf,
  correct,
} from '../../tests/casts/evaluation-cast';

castForEach();

describe('evaluateDueContracts', () => {
  it('opens a breach for every failed month, in one case, and leaves the good vendor alone', async () => {
    const counts = await evaluate('2024-01-12');
    expect(counts.contracts).toBe(4);
    expect(await outcomesOf(cast.vendor.brittle.id)).toEqual([
      ...Array<string>(12).fill('breached'),
      'pending',
    ]);
    expect(await outcomesOf(cast.vendor.harbour.id)).toEqual([
      ...Array<string>(12).fill('met'),
      'pending',
    ]);
    const [open] = await store.read
      .select()
      .from(cases)
      .where(eq(cases.vendorId, cast.vendor.brittle.id));
    expect(open).toMatchObject({
      state: 'open',
      breachCount: 12,
      firstPeriod: periodOf(2023, 1),
      lastPeriod: periodOf(2023, 12),
    });
    expect(await store.read.$count(cases, eq(cases.vendorId, cast.vendor.harbour.id))).toBe(0);
  });

  it('ends in the same state month by month, all at once, and run twice', async () => {
    for (const day of [
      '2023-02-28',
      '2023-03-31',
      '2023-06-30',
      '2023-07-15',
      '2023-12-31',
      '2024-01-12',
    ]) {
      await evaluate(day);
    }
    const stepwise = await standing(store);
    expect(summarised(stepwise)).toEqual({ months: 25, years: 4 * (13 + 11) });
    const again = await evaluate('2024-01-12');
    expect(again).toMatchObject({
      contracts: 0,
      evaluations: 0,
      breachesOpened: 0,
      creditEntries: 0,
    });
    expect(await standing(store)).toEqual(stepwise);

    const other = await freshStore();
    await castInto(other);
    await evaluateDueContracts(other, testNow, '2024-01-12');
    expect(await standing(other)).toEqual(stepwise);
  });

  it('counts what was evaluated before summaries were kept, whatever has changed since', async () => {
    await evaluate('2024-01-10');
    await store.transact(async (tx) => {
      await tx.delete(kpiMonths);
      await tx.delete(vendorFailures);
    });
    const { brittle } = cast.vendor;
    await correct(brittle.id, periodOf(2023, 5), '99');
    await evaluateContracts(store, testNow, '2024-01-12', [brittle.contractId]);
    expect(await store.read.$count(kpiMonths)).toBe(0);
    expect(await store.read.$count(vendorFailures)).toBeGreaterThan(0); // Kept for what was evaluated meanwhile.
    await evaluate('2024-01-12');
    const upgraded = await standing(store);
    expect(summarised(upgraded)).toEqual({ months: 24, years: 4 * (13 + 11) }); // In May nobody fails any more.
    await store.transact((tx) => tx.update(kpiMonths).set({ count: 7 }));
    await store.transact((tx) => tx.update(vendorFailures).set({ failures: 7 }));
    expect(await rebuildSummaries(store)).toEqual({
      vendors: 4,
      months: 24,
      spans: upgraded.spans.length,
    });
    expect(await standing(store)).toEqual(upgraded);
    await store.transact(async (tx) => {
      await tx.delete(kpiMonths);
      await tx.delete(vendorFailures).where(ne(vendorFailures.vendorId, brittle.id));
    });
    await evaluate('2024-01-12'); // The server ended before it had counted them all.
    expect(await standing(store)).toEqual(upgraded);
  });

  it('an earlier day undoes nothing', async () => {
    await evaluate('2024-01-12');
    const before = await standing(store);
    await store.transact((tx) => markStale(tx, [cast.vendor.brittle.contractId]));
    await evaluate('2023-03-01');
    expect(await standing(store)).toEqual(before);
  });

  it('waits for a report until the due day and its grace are over, then counts it as missing', async () => {
    const { tardy } = cast.vendor;
    await evaluate('2024-01-10');
    expect((await outcomesOf(tardy.id))[11]).toBe('pending');
    const [row] = await store.read
      .select()
      .from(contractEvaluations)
      .where(eq(contractEvaluations.contractId, tardy.contractId));
    const overdue = row?.nextChangeOn ?? '';
    expect(overdue > '2024-01-10').toBe(true);
    await evaluate(overdue);
    expect((await outcomesOf(tardy.id))[11]).toBe('breached');
    const [missing] = await store.read
      .select()
      .from(breaches)
      .where(eq(breaches.vendorId, tardy.id));
    expect(missing).toMatchObject({ kind: 'missing_report', period: periodOf(2023, 12) });
  });

  it('a correction withdraws the breach, keeps the earlier outcome and posts the difference', async () => {
    await evaluate('2024-01-12');
    const { brittle } = cast.vendor;
    const period = periodOf(2023, 12);
    await correct(brittle.id, period, '88');
    const counts = await evaluate('2024-01-12');
    expect(counts).toMatchObject({ contracts: 1, breachesOpened: 0, breachesWithdrawn: 1 });
    const rows = await store.read
      .select()
      .from(evaluations)
      .where(and(eq(evaluations.vendorId, brittle.id), eq(evaluations.period, period)))
      .orderBy(asc(evaluations.outcome));
    expect(rows.map(({ outcome, supersededAt }) => [outcome, supersededAt !== null])).toEqual([
      ['breached', true],
      ['met', false],
    ]);
    summarised(await standing(store));
    await correct(brittle.id, period, '60');
    expect(await evaluate('2024-01-12')).toMatchObject({ breachesOpened: 1 });
    expect(
      await store.read.$count(
        breaches,
        and(eq(breaches.vendorId, brittle.id), eq(breaches.period, period)),
      ),
    ).toBe(1);
    const entries = await store.read.select().from(creditEntries);
    const [month] = await store.read
      .select()
      .from(creditPeriods)
      .where(and(eq(creditPeriods.vendorId, brittle.id), eq(creditPeriods.period, period)));
    const posted = entries
      .filter((entry) => entry.contractId === brittle.contractId && entry.period === period)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(posted).toBe(month?.issuedMinor ?? 0);
  });

  it('writes to the vendor and the managers who reach it, and leaves an unbroken audit trail', async () => {
    await evaluate('2024-01-12');
    const sent = await store.read
      .select({ to: mails.toAddress, vendorId: mails.vendorId, body: mails.body })
      .from(mails)
      .where(eq(mails.vendorId, cast.vendor.brittle.id));
    expect(sent.map(({ to }) => to).sort()).toEqual([
      'bruno@example.com',
      'marek@example.com',
      'mona@example.com',
    ]);
    for (const { body } of sent) {
      expect(body).toMatch(/Dec 2023 {2}On-time arrival rate {2}64%|2023年12月 {2}准点率 {2}64%/);
      expect(body).not.toContain('OTD_PCT');
    }
    expect(await verifyChain(store.read)).toMatchObject({ brokenAt: null });
  });
});
