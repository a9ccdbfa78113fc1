import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  ne,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import type { Period } from '~/shared/period';
import { kpis } from '~db/schema/kpi';
import { evaluations, kpiMonths } from '~db/schema/sla';
import type { Reader } from '~db/store.server';

/** The KPIs that are evaluated for somebody in the scope, those with the most breaches first. */
export async function evaluatedKpis(reader: Reader, scope: Scope) {
  const counts = await kpiCounts(reader, scope);
  const failuresOf = new Map(counts.map(({ kpiId, failures }) => [kpiId, failures]));
  if (counts.length === 0) return [];
  const found = await reader
    .select({
      id: kpis.id,
      code: kpis.code,
      nameEn: kpis.nameEn,
      nameZh: kpis.nameZh,
      unit: kpis.unit,
    })
    .from(kpis)
    .where(inArray(kpis.id, [...failuresOf.keys()]))
    .orderBy(asc(kpis.code));
  return found.sort((a, b) => (failuresOf.get(b.id) ?? 0) - (failuresOf.get(a.id) ?? 0));
}

const failed = (outcome: AnyColumn, weight: AnyColumn | SQL) =>
  sql<number>`sum(case when ${outcome} = 'breached' then ${weight} else 0 end)`.mapWith(Number);

/** Whoever sees everything is answered from the months' summary; a reach is counted over the vendors in it. */
async function kpiCounts(reader: Reader, scope: Scope) {
  if (scope.kind === 'everything') {
    return reader
      .select({ kpiId: kpiMonths.kpiId, failures: failed(kpiMonths.outcome, kpiMonths.count) })
      .from(kpiMonths)
      .where(gt(kpiMonths.count, 0))
      .groupBy(kpiMonths.kpiId);
  }
  return reader
    .select({ kpiId: evaluations.kpiId, failures: failed(evaluations.outcome, sql`1`) })
    .from(evaluations)
    .where(and(isNull(evaluations.supersededAt), withinScope(scope, evaluations.vendorId)))
    .groupBy(evaluations.kpiId);
}

/** The last month within the scope of which something but `pending` is known, of a KPI or of any. */
export async function latestEvaluatedPeriod(
  reader: Reader,
  scope: Scope,
  kpiId?: number,
): Promise<Period | null> {
  if (scope.kind !== 'everything') return latestOfEvaluations(reader, scope, kpiId);
  const [row] = await reader
    .select({ period: kpiMonths.period })
    .from(kpiMonths)
    .where(
      and(
        kpiId === undefined ? undefined : eq(kpiMonths.kpiId, kpiId),
        gt(kpiMonths.count, 0),
        ne(kpiMonths.outcome, 'pending'),
      ),
    )
    .orderBy(desc(kpiMonths.period))
    .limit(1);
  return row?.period ?? null;
}

async function latestOfEvaluations(
  reader: Reader,
  scope: Scope,
  kpiId: number | undefined,
): Promise<Period | null> {
  const [row] = await reader
    .select({ period: evaluations.period })
    .from(evaluations)
    .where(
      and(
        kpiId === undefined ? undefined : eq(evaluations.kpiId, kpiId),
        isNull(evaluations.supersededAt),
        ne(evaluations.outcome, 'pending'),
        withinScope(scope, evaluations.vendorId),
      ),
    )
    .orderBy(desc(evaluations.period))
    .limit(1);
  return row?.period ?? null;
}
