import { and, eq, isNull, ne } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { markStale } from '~/contracts/mark-stale.server';
import { periodOf } from '~/shared/period';
import { readings } from '~db/schema/kpi';
import { evaluations, kpiMonths } from '~db/schema/sla';
import type { Store, Tx } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { evaluateContracts, evaluateDueContracts } from './evaluate-contracts.server';
import { countMonthsAnew } from './rebuild-summaries.server';

let store: Store;
let cast: Cast;

/** A store from before months were kept, in which a correction of Brittle's May waits to be evaluated. */
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await evaluateDueContracts(store, testNow, '2024-01-12');
  const { id: vendorId, contractId } = cast.vendor.brittle;
  await store.transact(async (tx) => {
    const may = and(eq(readings.vendorId, vendorId), eq(readings.period, periodOf(2023, 5)));
    await tx.update(readings).set({ value: '99', numerator: null, denominator: null }).where(may);
    await markStale(tx, [contractId]);
    await tx.delete(kpiMonths);
  });
});

const evaluateBrittle = () =>
  evaluateContracts(store, testNow, '2024-01-12', [cast.vendor.brittle.contractId]);
const countAnew = () => store.transact(countMonthsAnew);
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 200));

/** A verb whose transaction stays open until it is released. */
async function heldOpen(verb: (tx: Tx) => Promise<unknown>): Promise<() => Promise<void>> {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let ended: Promise<void> | undefined;
  await new Promise<void>((reached, failed) => {
    ended = store.transact(async (tx) => {
      await verb(tx);
      reached();
      await gate;
    });
    ended.catch(failed);
  });
  return async () => {
    open();
    await ended;
  };
}

async function monthsKept(): Promise<string[]> {
  const rows = await store.read.select().from(kpiMonths).where(ne(kpiMonths.count, 0));
  return rows.map((row) => `${row.kpiId}/${row.period}/${row.outcome}: ${row.count}`).sort();
}

async function monthsThatStand(): Promise<string[]> {
  const rows = await store.read.select().from(evaluations).where(isNull(evaluations.supersededAt));
  const counted = new Map<string, number>();
  for (const { kpiId, period, outcome } of rows) {
    const key = `${kpiId}/${period}/${outcome}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return [...counted].map(([key, count]) => `${key}: ${count}`).sort();
}

describe('an evaluation and a count of all months at the same time', () => {
  it('lose nothing that is evaluated and not yet committed when the count begins', async () => {
    const commitEvaluation = await heldOpen(evaluateBrittle);
    const count = countAnew();
    await Promise.race([count, aMoment()]);
    await commitEvaluation();
    await count;
    expect(await monthsKept()).toEqual(await monthsThatStand());
  });

  it('lose nothing that is evaluated while the count is not yet committed', async () => {
    const commitCount = await heldOpen(countMonthsAnew);
    const evaluation = evaluateBrittle();
    await Promise.race([evaluation, aMoment()]);
    await commitCount();
    await evaluation;
    expect(await monthsKept()).toEqual(await monthsThatStand());
  });

  it('count nothing twice where months are kept already', async () => {
    await countAnew();
    const commitEvaluation = await heldOpen(evaluateBrittle);
    const counts = [countAnew(), countAnew()];
    await Promise.race([Promise.all(counts), aMoment()]);
    await commitEvaluation();
    await Promise.all(counts);
    expect(await monthsKept()).toEqual(await monthsThatStand());
  });
});
