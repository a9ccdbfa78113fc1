import { and, eq } from 'drizzle-orm';
import { measureName, type Speech } from '~/actions/measure';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { termOf } from '~/contracts/term-record';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

/** A breach with its case, its current evaluation and the version of the term that it missed; null out of scope. */
export async function findBreach(reader: Reader, scope: Scope, breachId: number) {
  const [row] = await reader
    .select({
      breach: breaches,
      case: cases,
      evaluation: evaluations,
      version: slaTermVersions,
      contract: {
        id: contracts.id,
        number: contracts.number,
        title: contracts.title,
        currency: contracts.currency,
        timeZone: contracts.timeZone,
        creditCapPercent: contracts.creditCapPercent,
        creditMinimumMinor: contracts.creditMinimumMinor,
        pointsTable: contracts.pointsTable,
        demonstration: contracts.demonstration,
      },
      vendor: { id: vendors.id, code: vendors.code, name: vendors.name },
      kpi: {
        id: kpis.id,
        code: kpis.code,
        nameEn: kpis.nameEn,
        nameZh: kpis.nameZh,
        unit: kpis.unit,
      },
      service: {
        id: services.id,
        code: services.code,
        nameEn: services.nameEn,
        nameZh: services.nameZh,
      },
      market: {
        id: markets.id,
        code: markets.code,
        nameEn: markets.nameEn,
        nameZh: markets.nameZh,
      },
    })
    .from(breaches)
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .innerJoin(contracts, eq(contracts.id, breaches.contractId))
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(and(eq(breaches.id, breachId), withinScope(scope, breaches.vendorId)));
  if (!row) return null;
  const { version, ...rest } = row;
  const term = termOf({
    kpi: row.kpi.code,
    service: row.service?.code ?? null,
    market: row.market?.code ?? null,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    document: version.document,
  });
  return { ...rest, term, version: version.version };
}

export type Breach = NonNullable<Awaited<ReturnType<typeof findBreach>>>;

/** The case of a breach within the scope, for whoever acts on it; null where there is none. */
export async function caseOfBreach(reader: Reader, scope: Scope, breachId: number) {
  const [row] = await reader
    .select({ caseId: breaches.caseId })
    .from(breaches)
    .where(and(eq(breaches.id, breachId), withinScope(scope, breaches.vendorId)));
  return row?.caseId ?? null;
}

/** What the steps of a breach's case are headed with; null where it is not there or out of scope. */
export async function headingOfBreach(
  reader: Reader,
  scope: Scope,
  breachId: number,
  speech: Speech,
) {
  const [row] = await reader
    .select({
      id: breaches.id,
      caseId: breaches.caseId,
      period: breaches.period,
      contractId: breaches.contractId,
      kpiId: breaches.kpiId,
      vendor: vendors.name,
      kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh },
      service: { nameEn: services.nameEn, nameZh: services.nameZh },
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(breaches)
    .innerJoin(vendors, eq(vendors.id, breaches.vendorId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(and(eq(breaches.id, breachId), withinScope(scope, breaches.vendorId)));
  if (!row) return null;
  const { kpi, service, market, ...heading } = row;
  return { ...heading, kpi: measureName({ kpi, service, market }, speech) };
}
