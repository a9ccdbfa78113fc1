import type { Scope } from '~/auth/act';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { withinScope } from '~/auth/scope.server';
import { readingSources } from '~/kpi/reading';
import { grouped } from '~/shared/grouped';
import type { Period } from '~/shared/period';
import { slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { breaches } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { worstByMonth } from './heat-rows';
import { totalsOf } from './performance-queries.server';

/** A vendor and a KPI, as the page of the one over time of the other is headed; null out of scope. */
export async function findVendorKpi(reader: Reader, scope: Scope, vendorId: number, kpiId: number) {
  const [vendor] = await reader
    .select({ id: vendors.id, code: vendors.code, name: vendors.name })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), withinScope(scope, vendors.id)));
  const [kpi] = await reader.select().from(kpis).where(eq(kpis.id, kpiId));
  return vendor && kpi ? { vendor, kpi } : null;
}

/** A month of a vendor's KPI: what was reported, how it was judged, and by which target. */
export type KpiMonth = {
  period: Period;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  sampleSize: string | null;
  reportId: number | null;
  outcome: (typeof evaluations.$inferSelect)['outcome'] | null;
  severity: (typeof evaluations.$inferSelect)['severity'];
  target: string | null;
  warnAt: string | null;
  operator: string | null;
  breachId: number | null;
};

/**
 * A vendor's KPI month by month: its reported totals of the source that is believed most, and the outcomes of the terms that
 * look at them; where all terms look at parts, the worst of them. Months with neither are left out.
 */
export async function kpiSeries(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  kpiId: number,
): Promise<KpiMonth[]> {
  const reported = await totalsOf(reader, scope, vendorId, kpiId);
  const judged = await judgedMonths(reader, scope, vendorId, kpiId);
  const months = new Map<Period, KpiMonth>();
  const totals = grouped(reported, ({ period }) => period);
  for (const [period, each] of totals)
    months.set(period, {
      ...figuresOf(mostBelieved(each, readingSources)),
      ...{ period, outcome: null, severity: null, target: null, warnAt: null, operator: null },
      breachId: null,
    });
  const ofTotals = judged.filter(
    ({ serviceId, marketId }) => serviceId === null && marketId === null,
  );
  const told = worstByMonth(ofTotals.length > 0 ? ofTotals : judged);
  for (const { period, outcome, severity, breachId, measured, document, ...place } of told) {
    if (outcome === 'pending' && !months.has(period)) continue;
    const isOfTotal = place.serviceId === null && place.marketId === null;
    const used = isOfTotal
      ? mostBelieved(totals.get(period) ?? [], sourcesOf(document))
      : undefined;
    months.set(period, {
      ...figuresOf(used),
      ...{ period, outcome, severity, breachId },
      value: measured ?? used?.value ?? null,
      target: textOf(document['target']),
      warnAt: textOf(document['warn_at']),
      operator: textOf(document['operator']),
    });
  }
  return [...months.values()].sort((a, b) => a.period - b.period);
}

/** How the terms that look at a KPI judged its months. */
async function judgedMonths(reader: Reader, scope: Scope, vendorId: number, kpiId: number) {
  return reader
    .select({
      period: evaluations.period,
      outcome: evaluations.outcome,
      severity: evaluations.severity,
      measured: evaluations.measured,
      breachId: breaches.id,
      document: slaTermVersions.document,
      serviceId: slaTerms.serviceId,
      marketId: slaTerms.marketId,
    })
    .from(evaluations)
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .leftJoin(
      breaches,
      and(
        eq(breaches.termId, evaluations.termId),
        eq(breaches.period, evaluations.period),
        isNull(breaches.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(evaluations.vendorId, vendorId),
        eq(evaluations.kpiId, kpiId),
        isNull(evaluations.supersededAt),
        withinScope(scope, evaluations.vendorId),
      ),
    )
    .orderBy(asc(evaluations.period));
}

type Total = Awaited<ReturnType<typeof totalsOf>>[number];

/** Of a month's totals the one of the source that is believed most; those of other sources are not looked at. */
function mostBelieved(totals: readonly Total[], sources: readonly string[]): Total | undefined {
  return sources.flatMap((source) => totals.find((total) => total.source === source) ?? [])[0];
}

function figuresOf(total: Total | undefined) {
  const { value, numerator, denominator, sampleSize, reportId } = total ?? nothingReported;
  return { value, numerator, denominator, sampleSize, reportId };
}

const nothingReported = {
  value: null,
  numerator: null,
  denominator: null,
  sampleSize: null,
  reportId: null,
};

/** The sources that a term's version believes, most first. */
function sourcesOf({ sources }: Record<string, unknown>): readonly string[] {
  return Array.isArray(sources) ? sources.map(String) : readingSources;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
