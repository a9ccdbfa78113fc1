import { and, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import { grouped } from '~/shared/grouped';
import { contracts } from '~db/schema/contracts';
import { evaluations, kpiMonthCount, kpiMonths, vendorFailures } from '~db/schema/sla';
import type { Reader, Tx } from '~db/store.server';
import { failuresOfYears, type FailureSpan } from './failures-of-year';
import type { StoredEvaluation } from './write-evaluations.server';

type Pair = { vendorId: number; kpiId: number };
type VendorFailures = typeof vendorFailures.$inferInsert;
type Outcome = Pick<StoredEvaluation, 'kpiId' | 'period' | 'outcome'>;

/** How the KPIs' months change in number while contracts are evaluated, over all vendors. */
export type MonthChanges = Map<string, typeof kpiMonths.$inferInsert>;

/** Adds what came and takes off what went. */
export function countMonths(
  months: MonthChanges,
  gone: readonly Outcome[],
  written: readonly Outcome[],
): void {
  const count = ({ kpiId, period, outcome }: Outcome, by: 1 | -1) => {
    const key = `${kpiId}/${period}/${outcome}`;
    const month = months.get(key);
    if (month) month.count += by;
    else months.set(key, { kpiId, period, outcome, count: by });
  };
  for (const row of gone) count(row, -1);
  for (const row of written) count(row, 1);
}

/**
 * Adds what was counted, months in one order. A store that was evaluated before months were kept has none: there they are left
 * to the count of all, which the next run of the job makes. Which of the two it is, is asked under one lock with that count,
 * so that it either sees what was evaluated or is added to.
 */
export async function writeMonths(
  tx: Tx,
  months: MonthChanges,
  { wasEvaluated }: { wasEvaluated: boolean },
): Promise<void> {
  const changed = [...months].filter(([, month]) => month.count !== 0);
  if (changed.length === 0) return;
  await lockMonths(tx);
  if (wasEvaluated && !(await hasMonths(tx))) return;
  await tx.insertMany(
    kpiMonths,
    changed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month),
    { keys: ['kpiId', 'period', 'outcome'], add: ['count'] },
  );
}

/** Holds the months of all KPIs still until the transaction ends. */
export async function lockMonths(tx: Tx): Promise<void> {
  await tx.insert(kpiMonthCount).values({ id: 1 }).onConflictDoNothing();
  await tx.lockRow('kpi_month_count', 'id', 1);
}

/** Whether the months of KPIs are kept in a store. */
export async function hasMonths(reader: Reader): Promise<boolean> {
  const [month] = await reader.select({ kpiId: kpiMonths.kpiId }).from(kpiMonths).limit(1);
  return month !== undefined;
}

type Evaluated = Pair & Outcome & { contractId: number };

/**
 * Counts the years of the vendors and KPIs in which something changed anew, over all contracts of the vendors, whose rows
 * are locked. `kept` are the outcomes of the same contracts that stand as they were.
 */
export async function writeFailures(
  tx: Tx,
  contractIds: readonly number[],
  { gone, written, kept }: Record<'gone' | 'written' | 'kept', readonly Evaluated[]>,
): Promise<void> {
  const changed = [...gone, ...written];
  if (changed.length === 0) return;
  const vendorIds = [...new Set(changed.map(({ vendorId }) => vendorId))];
  const pairs = new Set(changed.map(pairOf));
  const isChanged = (row: Pair) => pairs.has(pairOf(row));
  const known = await tx
    .select()
    .from(vendorFailures)
    .where(inArray(vendorFailures.vendorId, vendorIds));
  const knownOf = grouped(known.filter(isChanged), pairOf);
  const others = await outcomesOfOthers(tx, vendorIds, contractIds);
  const spansOf = grouped(spansIn([...written, ...kept, ...others].filter(isChanged)), pairOf);
  const rows: VendorFailures[] = [];
  const emptied: Pair[] = [];
  for (const pair of pairs) {
    const spans = spansOf.get(pair) ?? [];
    const before = knownOf.get(pair) ?? [];
    const [of] = before;
    const begun = new Set(spans.map(({ firstPeriod }) => firstPeriod));
    const isEmptied = before.some(({ firstPeriod }) => !begun.has(firstPeriod));
    if (of && isEmptied) emptied.push(of);
    const standing = new Set(isEmptied ? [] : before.map(spanText));
    rows.push(...spans.filter((span) => !standing.has(spanText(span))));
  }
  await deletePairs(tx, emptied);
  const keys = ['vendorId', 'kpiId', 'firstPeriod'] as const;
  await tx.insertMany(vendorFailures, rows, { keys, set: ['lastPeriod', 'failures'] });
}

const spanText = ({ firstPeriod, lastPeriod, failures }: FailureSpan) =>
  `${firstPeriod}/${lastPeriod}/${failures}`;

/** Deletes what is kept of some vendors and KPIs. */
async function deletePairs(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const ofVendors = [...grouped(pairs, ({ vendorId }) => vendorId)].map(([vendorId, ofVendor]) =>
    and(
      eq(vendorFailures.vendorId, vendorId),
      inArray(
        vendorFailures.kpiId,
        ofVendor.map(({ kpiId }) => kpiId),
      ),
    ),
  );
  await tx.delete(vendorFailures).where(or(...ofVendors));
}

const outcomeColumns = {
  contractId: evaluations.contractId,
  vendorId: evaluations.vendorId,
  kpiId: evaluations.kpiId,
  period: evaluations.period,
  outcome: evaluations.outcome,
};

/** The outcomes that stand of the vendors' other contracts; most have none. */
async function outcomesOfOthers(
  tx: Tx,
  vendorIds: readonly number[],
  contractIds: readonly number[],
): Promise<Evaluated[]> {
  const others = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(inArray(contracts.vendorId, [...vendorIds]), notInArray(contracts.id, [...contractIds])),
    );
  if (others.length === 0) return [];
  const ids = others.map(({ id }) => id);
  return tx
    .select(outcomeColumns)
    .from(evaluations)
    .where(and(inArray(evaluations.contractId, ids), isNull(evaluations.supersededAt)));
}

/** The vendors' failures in each twelve months, from the outcomes that stand. */
export async function failuresOfVendors(
  tx: Tx,
  vendorIds: readonly number[],
): Promise<VendorFailures[]> {
  // By vendor alone: a vendor's rows are few, a KPI's are as many as there are vendors.
  const evaluated = await tx
    .select(outcomeColumns)
    .from(evaluations)
    .where(and(inArray(evaluations.vendorId, [...vendorIds]), isNull(evaluations.supersededAt)));
  return spansIn(evaluated);
}

function spansIn(evaluated: readonly (Pair & Outcome)[]): VendorFailures[] {
  return [...grouped(evaluated, pairOf).values()].flatMap((of) => {
    const [{ vendorId, kpiId } = { vendorId: 0, kpiId: 0 }] = of;
    return failuresOfYears(of).map((span) => ({ vendorId, kpiId, ...span }));
  });
}

const pairOf = ({ vendorId, kpiId }: Pair) => `${vendorId}/${kpiId}`;
