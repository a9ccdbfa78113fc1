import { and, asc, gt, inArray, isNull, sql } from 'drizzle-orm';
import { evaluations, kpiMonths, vendorFailures } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { failuresOfVendors, hasMonths, lockMonths } from './write-summaries.server';

/** Vendors counted in one transaction: short enough to let others write in between. */
const CHUNK = 50;

export type SummaryCounts = { vendors: number; months: number; spans: number };

/**
 * Counts the summaries that pages read anew from the outcomes that stand, whatever was in them: for a store that was
 * evaluated before summaries were kept. The months come last, because by them a store says that it has its summaries.
 */
export async function rebuildSummaries(store: Store): Promise<SummaryCounts> {
  const counts: SummaryCounts = { vendors: 0, months: 0, spans: 0 };
  for (let after = 0; ;) {
    const ids = await vendorsAfter(store.read, after);
    const last = ids.at(-1);
    if (last === undefined) break;
    counts.spans += await store.transact((tx) => countFailuresAnew(tx, ids));
    counts.vendors += ids.length;
    after = last;
  }
  counts.months = await store.transact(countMonthsAnew);
  return counts;
}

/** True of a store that was evaluated before summaries were kept, and of one in which counting them anew has not ended. */
export async function lacksSummaries(reader: Reader): Promise<boolean> {
  return !(await hasMonths(reader)) && (await hasOutcomes(reader));
}

/** Whether anything was ever evaluated in a store. */
export async function hasOutcomes(reader: Reader): Promise<boolean> {
  const [evaluated] = await reader
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(gt(evaluations.contractId, 0)) // By the index: without a condition the table is read from its start.
    .limit(1);
  return evaluated !== undefined;
}

async function vendorsAfter(reader: Reader, after: number): Promise<number[]> {
  const rows = await reader
    .select({ id: vendors.id })
    .from(vendors)
    .where(gt(vendors.id, after))
    .orderBy(asc(vendors.id))
    .limit(CHUNK);
  return rows.map(({ id }) => id);
}

async function countFailuresAnew(tx: Tx, vendorIds: readonly number[]): Promise<number> {
  await tx.lockRow('vendors', 'id', ...vendorIds); // An evaluation counts a vendor's years under the same lock.
  await tx.delete(vendorFailures).where(inArray(vendorFailures.vendorId, [...vendorIds]));
  return tx.insertMany(vendorFailures, await failuresOfVendors(tx, vendorIds));
}

/**
 * Counts the months of all KPIs anew. What is evaluated meanwhile waits and adds to them; what was evaluated and is not
 * committed is waited for.
 */
export async function countMonthsAnew(tx: Tx): Promise<number> {
  await lockMonths(tx);
  await tx.delete(kpiMonths);
  const counted = await tx
    .select({
      kpiId: evaluations.kpiId,
      period: evaluations.period,
      outcome: evaluations.outcome,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(evaluations)
    .where(and(gt(evaluations.contractId, 0), isNull(evaluations.supersededAt)))
    .groupBy(evaluations.kpiId, evaluations.period, evaluations.outcome)
    .orderBy(evaluations.kpiId, evaluations.period, evaluations.outcome);
  return tx.insertMany(kpiMonths, counted, {
    keys: ['kpiId', 'period', 'outcome'],
    set: ['count'],
  });
}
