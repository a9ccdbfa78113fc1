import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm';
import type { PackRequest } from '~/packs/contributor.server';
import type { Period } from '~/shared/period';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { packLines, type PackLine } from './pack-line';

type Months = { vendorId: number; first: Period; last: Period };

const ofMonths = ({ vendorId, first, last }: Months) =>
  and(
    eq(evaluations.vendorId, vendorId),
    isNull(evaluations.supersededAt),
    between(evaluations.period, first, last),
  );

const linesOf = new WeakMap<PackRequest, Promise<PackLine[]>>();

/**
 * A vendor's terms with their months as they are evaluated now, for a pack: two queries, however many terms, and however
 * many areas ask for them on the same request.
 */
export function packLinesOf(reader: Reader, request: PackRequest): Promise<PackLine[]> {
  const known = linesOf.get(request);
  if (known) return known;
  const { vendorId, firstPeriod: first, lastPeriod: last } = request;
  const lines = readLines(reader, { vendorId, first, last });
  linesOf.set(request, lines);
  return lines;
}

async function readLines(reader: Reader, months: Months): Promise<PackLine[]> {
  const rows = await reader
    .select({
      termId: evaluations.termId,
      versionId: evaluations.versionId,
      period: evaluations.period,
      outcome: evaluations.outcome,
      kind: evaluations.kind,
      severity: evaluations.severity,
      measured: evaluations.measured,
      run: evaluations.run,
      points: evaluations.points,
      triggers: evaluations.triggers,
      issuedMinor: evaluations.issuedMinor,
      position: slaTerms.position,
      contractId: contracts.id,
      contract: contracts.number,
      currency: contracts.currency,
      kpiId: kpis.id,
      kpiCode: kpis.code,
      kpiEn: kpis.nameEn,
      kpiZh: kpis.nameZh,
      unit: kpis.unit,
      serviceCode: services.code,
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketCode: markets.code,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
      breachId: breaches.id,
      caseId: cases.id,
      caseState: cases.state,
      caseDueOn: cases.dueOn,
    })
    .from(evaluations)
    .innerJoin(kpis, eq(kpis.id, evaluations.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(contracts, eq(contracts.id, slaTerms.contractId))
    .leftJoin(services, eq(services.id, slaTerms.serviceId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .leftJoin(
      breaches,
      and(
        eq(breaches.termId, evaluations.termId),
        eq(breaches.period, evaluations.period),
        isNull(breaches.withdrawnAt),
      ),
    )
    .leftJoin(cases, eq(cases.id, breaches.caseId))
    .where(ofMonths(months))
    .orderBy(asc(contracts.number), asc(slaTerms.position), asc(evaluations.period));
  const versions = await reader
    .select({ id: slaTermVersions.id, document: slaTermVersions.document })
    .from(slaTermVersions)
    .where(
      inArray(
        slaTermVersions.id,
        reader.select({ id: evaluations.versionId }).from(evaluations).where(ofMonths(months)),
      ),
    );
  return packLines(rows, new Map(versions.map(({ id, document }) => [id, document])));
}

/** What is written on a vendor's cases with breaches in some months: plans as they came, and our own notes. */
export async function packCaseEvents(reader: Reader, { vendorId, first, last }: Months) {
  return reader
    .select({
      caseId: caseEvents.caseId,
      at: caseEvents.at,
      kind: caseEvents.kind,
      text: caseEvents.text,
      details: caseEvents.details,
      internal: caseEvents.internal,
    })
    .from(caseEvents)
    .where(
      and(
        inArray(
          caseEvents.caseId,
          reader
            .select({ id: breaches.caseId })
            .from(breaches)
            .where(and(eq(breaches.vendorId, vendorId), between(breaches.period, first, last))),
        ),
        inArray(caseEvents.kind, ['plan_submitted', 'disputed', 'replied']),
      ),
    )
    .orderBy(asc(caseEvents.id));
}
