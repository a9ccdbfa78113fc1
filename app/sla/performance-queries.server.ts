import {
  and,
  asc,
  between,
  count,
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
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, evaluations, kpiMonths, vendorKpiYears } from '~db/schema/sla';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

const outcomeColumns = {
  vendorId: evaluations.vendorId,
  termId: evaluations.termId,
  period: evaluations.period,
  outcome: evaluations.outcome,
  severity: evaluations.severity,
  measured: evaluations.measured,
  breachId: breaches.id,
};

const breachOfEvaluation = and(
  eq(breaches.termId, evaluations.termId),
  eq(breaches.period, evaluations.period),
  isNull(breaches.withdrawnAt),
);

/** A vendor's current outcomes from one month to another, by the term that they are of. */
export async function outcomesOfVendor(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  { first, last }: { first: Period; last: Period },
) {
  return reader
    .select({
      ...outcomeColumns,
      kpiId: kpis.id,
      kpiCode: kpis.code,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      unit: kpis.unit,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(evaluations)
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .leftJoin(breaches, breachOfEvaluation)
    .where(
      and(
        eq(evaluations.vendorId, vendorId),
        withinScope(scope, evaluations.vendorId),
        isNull(evaluations.supersededAt),
        between(evaluations.period, first, last),
      ),
    )
    .orderBy(asc(slaTerms.contractId), asc(slaTerms.position), asc(evaluations.period));
}

/** A vendor's latest breaches that stand. */
export async function latestBreachesOf(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  limit: number,
) {
  return reader
    .select({
      id: breaches.id,
      period: breaches.period,
      severity: breaches.severity,
      kind: breaches.kind,
      measured: evaluations.measured,
      unit: kpis.unit,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      target: slaTermVersions.document,
    })
    .from(breaches)
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .where(
      and(
        eq(breaches.vendorId, vendorId),
        withinScope(scope, breaches.vendorId),
        isNull(breaches.withdrawnAt),
      ),
    )
    .orderBy(desc(breaches.period), asc(kpis.code))
    .limit(limit);
}

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

/** The last month of which something but `pending` is known, of a KPI or of any. */
export async function latestEvaluatedPeriod(
  reader: Reader,
  kpiId?: number,
): Promise<Period | null> {
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

type KpiMonths = { kpiId: number; first: Period; last: Period };

/** A page of the vendors evaluated for a KPI in the twelve months up to one, those with the most failures first. */
export async function vendorsByFailures(
  reader: Reader,
  scope: Scope,
  { kpiId, last }: KpiMonths,
  { offset, limit }: { offset: number; limit: number },
) {
  const condition = and(
    eq(vendorKpiYears.kpiId, kpiId),
    eq(vendorKpiYears.until, last),
    scope.kind === 'everything' ? undefined : withinScope(scope, vendorKpiYears.vendorId),
  );
  const rows = await reader
    .select({ id: vendors.id, name: vendors.name, failures: vendorKpiYears.failures })
    .from(vendorKpiYears)
    .innerJoin(vendors, eq(vendors.id, vendorKpiYears.vendorId))
    .where(condition)
    .orderBy(desc(vendorKpiYears.failures), asc(vendors.name))
    .limit(limit)
    .offset(offset);
  return { rows, total: await reader.$count(vendorKpiYears, condition) };
}

/** The current outcomes of a KPI for some vendors found within the scope. */
export async function outcomesOfKpi(
  reader: Reader,
  { kpiId, first, last }: KpiMonths,
  vendorIds: readonly number[],
) {
  if (vendorIds.length === 0) return [];
  return reader
    .select(outcomeColumns)
    .from(evaluations)
    .leftJoin(breaches, breachOfEvaluation)
    .where(
      and(
        eq(evaluations.kpiId, kpiId),
        isNull(evaluations.supersededAt),
        between(evaluations.period, first, last),
        inArray(evaluations.vendorId, [...vendorIds]),
      ),
    );
}

/** How often a KPI came out how in some months over the whole scope. */
export async function outcomeCountsOfKpi(
  reader: Reader,
  scope: Scope,
  { kpiId, first, last }: KpiMonths,
) {
  if (scope.kind === 'everything') {
    return reader
      .select({
        outcome: kpiMonths.outcome,
        count: sql<number>`sum(${kpiMonths.count})`.mapWith(Number),
      })
      .from(kpiMonths)
      .where(and(eq(kpiMonths.kpiId, kpiId), between(kpiMonths.period, first, last)))
      .groupBy(kpiMonths.outcome);
  }
  return reader
    .select({ outcome: evaluations.outcome, count: count().mapWith(Number) })
    .from(evaluations)
    .where(
      and(
        eq(evaluations.kpiId, kpiId),
        isNull(evaluations.supersededAt),
        between(evaluations.period, first, last),
        withinScope(scope, evaluations.vendorId),
      ),
    )
    .groupBy(evaluations.outcome);
}

/** A vendor's readings of a KPI that count, of its totals: what was reported whether or not a term looks at it. */
export async function totalsOf(reader: Reader, scope: Scope, vendorId: number, kpiId: number) {
  return reader
    .select({
      period: readings.period,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      source: readings.source,
      reportId: readings.reportId,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .where(
      and(
        eq(readings.vendorId, vendorId),
        eq(readings.kpiId, kpiId),
        isNull(readings.marketId),
        isNull(readings.serviceId),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
        withinScope(scope, readings.vendorId),
      ),
    )
    .orderBy(asc(readings.period));
}
