import { and, inArray, isNull, or, eq } from 'drizzle-orm';
import { evaluations, kpiMonths, vendorKpiYears } from '~db/schema/sla';
import type { Reader, Tx } from '~db/store.server';
import { failuresOfYears } from './failures-of-year';
import type { EvaluationChanges, StoredEvaluation } from './write-evaluations.server';

type Pair = { vendorId: number; kpiId: number };
type VendorYear = typeof vendorKpiYears.$inferInsert;
type Outcome = Pick<StoredEvaluation, 'kpiId' | 'period' | 'outcome'>;

/** Brings the summaries that pages read in step with what an evaluation has changed; the changes are written already. */
export async function writeSummaries(
  tx: Tx,
  standing: readonly StoredEvaluation[],
  changes: readonly EvaluationChanges[],
): Promise<void> {
  const written = changes.flatMap((each) => each.written);
  const removed = changes.flatMap((each) => each.removed);
  if (written.length + removed.length === 0) return;
  // What was evaluated before summaries were kept is counted by the next run of the job, with what is written now.
  if (standing.length > 0 && (await lacksMonths(tx))) return;
  const keyOf = ({ termId, period }: { termId: number; period: number }) => `${termId}/${period}`;
  const replaced = new Set([...written, ...removed].map(keyOf));
  const gone = standing.filter((row) => replaced.has(keyOf(row)));
  await countMonths(tx, gone, written);
  await countYears(tx, [...gone, ...written]);
}

/** True where no month is counted: nothing was evaluated, or before months were. */
export async function lacksMonths(tx: Reader): Promise<boolean> {
  const [month] = await tx.select({ kpiId: kpiMonths.kpiId }).from(kpiMonths).limit(1);
  return month === undefined;
}

/** Adds what came and takes off what went; months in one order, so that two evaluations never wait for each other. */
async function countMonths(
  tx: Tx,
  gone: readonly Outcome[],
  written: readonly Outcome[],
): Promise<void> {
  const months = new Map<string, typeof kpiMonths.$inferInsert>();
  const count = ({ kpiId, period, outcome }: Outcome, by: 1 | -1) => {
    const key = `${kpiId}/${period}/${outcome}`;
    const month = months.get(key);
    if (month) month.count += by;
    else months.set(key, { kpiId, period, outcome, count: by });
  };
  for (const row of gone) count(row, -1);
  for (const row of written) count(row, 1);
  const changed = [...months].filter(([, month]) => month.count !== 0);
  await tx.insertMany(
    kpiMonths,
    changed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month),
    { keys: ['kpiId', 'period', 'outcome'], add: ['count'] },
  );
}

/** Counts the years of the vendors and KPIs in which something changed anew, over all their contracts. */
async function countYears(tx: Tx, changed: readonly (Pair & Outcome)[]): Promise<void> {
  const vendorIds = [...new Set(changed.map(({ vendorId }) => vendorId))].sort((a, b) => a - b);
  await tx.lockRow('vendors', 'id', ...vendorIds); // Two contracts of a vendor count into the same years.
  const pairs = new Set(changed.map(pairOf));
  const isChanged = (row: Pair) => pairs.has(pairOf(row));
  const known = await tx
    .select()
    .from(vendorKpiYears)
    .where(inArray(vendorKpiYears.vendorId, vendorIds));
  const knownOf = groupedBy(known.filter(isChanged), pairOf);
  const yearsOf = groupedBy(await yearsOfVendors(tx, vendorIds, isChanged), pairOf);
  const rows: VendorYear[] = [];
  const emptied: Pair[] = [];
  for (const pair of pairs) {
    const years = yearsOf.get(pair) ?? [];
    const before = knownOf.get(pair) ?? [];
    const [vendorId = 0, kpiId = 0] = pair.split('/').map(Number);
    const counted = new Set(years.map(({ until }) => until));
    const isShorter = before.some(({ until }) => !counted.has(until));
    if (isShorter) emptied.push({ vendorId, kpiId });
    const standing = new Map(isShorter ? [] : before.map((row) => [row.until, row.failures]));
    rows.push(...years.filter(({ until, failures }) => standing.get(until) !== failures));
  }
  if (emptied.length > 0) await tx.delete(vendorKpiYears).where(or(...emptied.map(isOfPair)));
  const keys = ['vendorId', 'kpiId', 'until'] as const;
  await tx.insertMany(vendorKpiYears, rows, { keys, set: ['failures'] });
}

/** The vendors' failures in each twelve months, from the outcomes that stand, of the vendors and KPIs that are asked for. */
export async function yearsOfVendors(
  tx: Tx,
  vendorIds: readonly number[],
  isAsked: (row: Pair) => boolean = () => true,
): Promise<VendorYear[]> {
  // By vendor alone: a vendor's rows are few, a KPI's are as many as there are vendors.
  const evaluated = await tx
    .select({
      vendorId: evaluations.vendorId,
      kpiId: evaluations.kpiId,
      period: evaluations.period,
      outcome: evaluations.outcome,
    })
    .from(evaluations)
    .where(and(inArray(evaluations.vendorId, [...vendorIds]), isNull(evaluations.supersededAt)));
  const rows: VendorYear[] = [];
  for (const of of groupedBy(evaluated.filter(isAsked), pairOf).values()) {
    const [{ vendorId, kpiId } = { vendorId: 0, kpiId: 0 }] = of;
    for (const [until, failures] of failuresOfYears(of))
      rows.push({ vendorId, kpiId, until, failures });
  }
  return rows;
}

const pairOf = ({ vendorId, kpiId }: Pair) => `${vendorId}/${kpiId}`;

const isOfPair = ({ vendorId, kpiId }: Pair) =>
  and(eq(vendorKpiYears.vendorId, vendorId), eq(vendorKpiYears.kpiId, kpiId));

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
