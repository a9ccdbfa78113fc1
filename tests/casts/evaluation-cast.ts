import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import { periodsBetween } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { breaches } from '~db/schema/cases';
import { creditPeriods, evaluations, kpiMonths, vendorFailures } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { markStale } from '~/contracts/mark-stale.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';

export let store: Store;
export let cast: Cast;

/** Begins each test with the cast and what its vendors reported. */
export function castForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
  });
}

export const evaluate = (asOf: string) => evaluateDueContracts(store, testNow, asOf);

/** What stands, without ids and times. */
export async function standing(of: Store) {
  const outcomes = await of.read
    .select({
      vendor: vendors.code,
      period: evaluations.period,
      outcome: evaluations.outcome,
      kind: evaluations.kind,
      severity: evaluations.severity,
      measured: evaluations.measured,
      run: evaluations.run,
      triggers: evaluations.triggers,
      credit: evaluations.creditMinor,
      working: evaluations.working,
    })
    .from(evaluations)
    .innerJoin(vendors, eq(vendors.id, evaluations.vendorId))
    .where(isNull(evaluations.supersededAt))
    .orderBy(asc(vendors.code), asc(evaluations.period));
  const failed = await of.read
    .select({
      vendor: vendors.code,
      period: breaches.period,
      severity: breaches.severity,
      kind: breaches.kind,
    })
    .from(breaches)
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .where(isNull(breaches.withdrawnAt))
    .orderBy(asc(vendors.code), asc(breaches.period));
  const credits = await of.read
    .select({
      vendor: vendors.code,
      period: creditPeriods.period,
      issued: creditPeriods.issuedMinor,
    })
    .from(creditPeriods)
    .innerJoin(vendors, eq(vendors.id, creditPeriods.vendorId))
    .orderBy(asc(vendors.code), asc(creditPeriods.period));
  const months = await of.read
    .select({
      kpi: kpis.code,
      period: kpiMonths.period,
      outcome: kpiMonths.outcome,
      count: kpiMonths.count,
    })
    .from(kpiMonths)
    .innerJoin(kpis, eq(kpis.id, kpiMonths.kpiId))
    .where(ne(kpiMonths.count, 0))
    .orderBy(asc(kpiMonths.period), asc(kpiMonths.outcome));
  const spans = await of.read
    .select({
      vendor: vendors.code,
      first: vendorFailures.firstPeriod,
      last: vendorFailures.lastPeriod,
      failures: vendorFailures.failures,
    })
    .from(vendorFailures)
    .innerJoin(vendors, eq(vendors.id, vendorFailures.vendorId))
    .orderBy(asc(vendors.code), asc(vendorFailures.firstPeriod));
  return { outcomes, failed, credits, months, spans };
}

type Standing = Awaited<ReturnType<typeof standing>>;

/** The summaries as they follow from the outcomes that stand. */
export function summarised({ outcomes, months, spans }: Standing) {
  const counted = new Map<string, number>();
  for (const { period, outcome } of outcomes) {
    const key = `${period}/${outcome}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  expect(new Map(months.map((each) => [`${each.period}/${each.outcome}`, each.count]))).toEqual(
    counted,
  );
  const years = spans.flatMap(({ first, last, ...of }) =>
    periodsBetween(first, last).map((until) => ({ ...of, until })),
  );
  for (const { vendor, until, failures } of years) {
    const within = outcomes.filter(
      (each) => each.vendor === vendor && each.period <= until && each.period > until - 12,
    );
    expect(within.length).toBeGreaterThan(0);
    expect(within.filter(({ outcome }) => outcome === 'breached')).toHaveLength(failures);
  }
  return { months: months.length, years: years.length };
}

export const outcomesOf = async (vendorId: number) =>
  (
    await store.read
      .select({ outcome: evaluations.outcome })
      .from(evaluations)
      .where(and(eq(evaluations.vendorId, vendorId), isNull(evaluations.supersededAt)))
      .orderBy(asc(evaluations.period))
  ).map(({ outcome }) => outcome);

export async function correct(vendorId: number, period: number, value: string): Promise<void> {
  await store.transact(async (tx) => {
    const at = testNow.toISOString();
    const [report] = await tx
      .insert(reports)
      .values({
        vendorId,
        state: 'accepted',
        source: 'vendor_report',
        channel: 'file',
        createdAt: at,
        submittedAt: at,
      })
      .returning({ id: reports.id });
    const reportId = report?.id ?? 0;
    await tx
      .update(readings)
      .set({ supersededBy: reportId })
      .where(
        and(
          eq(readings.vendorId, vendorId),
          eq(readings.period, period),
          eq(readings.kpiId, cast.kpi.onTime.id),
        ),
      );
    await tx.insert(readings).values({
      reportId,
      vendorId,
      kpiId: cast.kpi.onTime.id,
      period,
      source: 'vendor_report',
      value,
    });
    const of = await tx
      .select({ id: contracts.id })
      .from(contracts)
      .where(eq(contracts.vendorId, vendorId));
    await markStale(
      tx,
      of.map(({ id }) => id),
    );
  });
}
