import { and, asc, between, count, desc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import type { Period } from '~/shared/period';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches } from '~db/schema/cases';
import { evaluations, kpiMonths, vendorFailures } from '~db/schema/sla';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

const outcomeColumns = {
  vendorId: evaluations.vendorId,
  termId: evaluations.termId,
  versionId: evaluations.versionId,
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

/** What versions of terms promise: the target by the version. */
export async function targetsOf(
  reader: Reader,
  versionIds: readonly number[],
): Promise<Map<number, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await reader
    .select({ id: slaTermVersions.id, document: slaTermVersions.document })
    .from(slaTermVersions)
    .where(inArray(slaTermVersions.id, [...new Set(versionIds)]));
  return new Map(rows.map(({ id, document }) => [id, String(document['target'])]));
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
      kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh },
      service: { nameEn: services.nameEn, nameZh: services.nameZh },
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
      target: slaTermVersions.document,
    })
    .from(breaches)
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
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

type KpiMonths = { kpiId: number; first: Period; last: Period };

/**
 * A page of the vendors evaluated for a KPI in the twelve months up to one, those with the most failures first. Vendors
 * with as many follow by name within the page, by key across pages: an index has that order, and thousands may be equal.
 */
export async function vendorsByFailures(
  reader: Reader,
  scope: Scope,
  { kpiId, last }: KpiMonths,
  { offset, limit }: { offset: number; limit: number },
) {
  const condition = and(
    eq(vendorFailures.kpiId, kpiId),
    lte(vendorFailures.firstPeriod, last),
    gte(vendorFailures.lastPeriod, last),
    scope.kind === 'everything' ? undefined : withinScope(scope, vendorFailures.vendorId),
  );
  const rows = await reader
    .select({ id: vendors.id, name: vendors.name, failures: vendorFailures.failures })
    .from(vendorFailures)
    .innerJoin(vendors, eq(vendors.id, vendorFailures.vendorId))
    .where(condition)
    .orderBy(desc(vendorFailures.failures), desc(vendorFailures.vendorId))
    .limit(limit)
    .offset(offset);
  rows.sort((a, b) => b.failures - a.failures || (a.name < b.name ? -1 : 1));
  return { rows, total: await countListed(reader, vendorFailures, condition) };
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
