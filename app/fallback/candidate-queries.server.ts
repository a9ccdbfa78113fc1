import { and, eq, gte, inArray, isNull, lte, or, sql, type SQLWrapper } from 'drizzle-orm';
import type { ReadingSource } from '~/contracts/sla-vocabulary';
import { riskScore } from '~/risks/risk';
import { grouped } from '~/shared/grouped';
import { actions } from '~db/schema/actions';
import { kpis, readings, reports } from '~db/schema/kpi';
import { assessments } from '~db/schema/onboarding';
import { risks } from '~db/schema/risks';
import { breaches, cases } from '~db/schema/cases';
import { certificates } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { sourceRanks } from './asked-term';
import type {
  CriticalBreachFact,
  MarketAsked,
  ReadingFact,
  RiskFacts,
  TermAsked,
} from './candidate';
import { recentPeriods } from './performance';

/** What facts are asked for: the terms to measure by, the place, the day. */
export type FactsAsked = {
  terms: readonly TermAsked[];
  market: MarketAsked | null;
  asOf: string;
};

/** Vendors, as a query within a query. */
type Within = SQLWrapper;

/** What was asked of a vendor when it was let in. */
export async function conditionsOf(reader: Reader, within: Within) {
  const rows = await reader
    .select({
      vendorId: actions.vendorId,
      title: sql<string>`coalesce(${actions.title}, ${actions.step}, '')`,
      dueOn: actions.dueOn,
      doneAt: actions.doneAt,
    })
    .from(actions)
    .where(
      and(
        eq(actions.origin, 'assessment'),
        isNull(actions.cancelledAt),
        sql`${actions.vendorId} in ${within}`,
      ),
    )
    .orderBy(sql`${actions.dueOn} nulls last`, actions.id);
  return factsByVendor(rows.map(({ doneAt, ...row }) => ({ ...row, done: doneAt !== null })));
}

export async function certificatesOf(reader: Reader, within: Within) {
  const rows = await reader
    .select({
      vendorId: certificates.vendorId,
      kind: certificates.kind,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
    })
    .from(certificates)
    .where(and(sql`${certificates.vendorId} in ${within}`, isNull(certificates.holder)));
  return factsByVendor(rows);
}

/** Critical breaches of the KPIs asked for whose case is open. */
export async function criticalBreachesOf(reader: Reader, within: Within, { terms }: FactsAsked) {
  const kpiIds = kpisOf(terms);
  if (kpiIds.length === 0) return new Map<number, CriticalBreachFact[]>();
  const rows = await reader
    .select({
      vendorId: breaches.vendorId,
      breachId: breaches.id,
      kpiId: breaches.kpiId,
      kpiCode: kpis.code,
      period: breaches.period,
    })
    .from(breaches)
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .where(
      and(
        eq(breaches.severity, 'critical'),
        isNull(breaches.withdrawnAt),
        isNull(cases.closedAt),
        inArray(breaches.kpiId, kpiIds),
        sql`${breaches.vendorId} in ${within}`,
      ),
    )
    .orderBy(breaches.period);
  return factsByVendor(rows);
}

/** One reading a KPI, place and month, of the source that the term believes most. */
export async function readingsOf(
  reader: Reader,
  within: Within,
  serviceId: number,
  { terms, market, asOf }: FactsAsked,
) {
  const kpiIds = kpisOf(terms);
  if (kpiIds.length === 0) return new Map<number, ReadingFact[]>();
  const months = recentPeriods(asOf);
  const places = market ? [market.id, ...market.ancestors] : [];
  const rows = await reader
    .select({
      vendorId: readings.vendorId,
      kpiId: readings.kpiId,
      serviceId: readings.serviceId,
      marketId: readings.marketId,
      period: readings.period,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      source: readings.source,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .where(
      and(
        sql`${readings.vendorId} in ${within}`,
        inArray(readings.kpiId, kpiIds),
        gte(readings.period, months[0] ?? 0),
        lte(readings.period, months.at(-1) ?? 0),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
        or(isNull(readings.serviceId), eq(readings.serviceId, serviceId)),
        places.length === 0
          ? isNull(readings.marketId)
          : or(isNull(readings.marketId), inArray(readings.marketId, places)),
      ),
    );
  return factsByVendor(mostBelieved(rows, terms));
}

type SourcedReading = ReadingFact & { vendorId: number; source: ReadingSource };

/** Of several readings of the same thing and month the one whose source the term believes most. */
function mostBelieved(rows: readonly SourcedReading[], terms: readonly TermAsked[]) {
  const ranks = sourceRanks(terms);
  const chosen = new Map<string, { rank: number; row: SourcedReading }>();
  for (const row of rows) {
    const rank = ranks.get(row.kpiId)?.get(row.source);
    if (rank === undefined) continue;
    const key = [row.vendorId, row.kpiId, row.serviceId, row.marketId, row.period].join('/');
    const before = chosen.get(key);
    if (!before || rank < before.rank) chosen.set(key, { rank, row });
  }
  return [...chosen.values()].map(({ row: { source: _source, ...reading } }) => reading);
}

export async function assessmentsOf(reader: Reader, within: Within, { asOf }: FactsAsked) {
  const rows = await reader
    .select({
      vendorId: assessments.vendorId,
      scorecard: assessments.scorecard,
      total: assessments.total,
      assessedOn: assessments.assessedOn,
      validUntil: assessments.validUntil,
    })
    .from(assessments)
    .where(
      and(
        sql`${assessments.vendorId} in ${within}`,
        lte(assessments.assessedOn, asOf),
        gte(assessments.validUntil, asOf),
      ),
    );
  return factsByVendor(rows);
}

/** Open risks, and when anybody last looked at a vendor's risks at all. */
export async function risksOf(reader: Reader, within: Within): Promise<Map<number, RiskFacts>> {
  const rows = await reader
    .select()
    .from(risks)
    .where(sql`${risks.vendorId} in ${within}`);
  const facts = new Map<number, RiskFacts>();
  for (const risk of rows) {
    const known = facts.get(risk.vendorId) ?? { reviewedOn: null, open: [] };
    const { title, reviewedOn } = risk;
    const score = riskScore(risk.residualLikelihood, risk.residualImpact);
    facts.set(risk.vendorId, {
      reviewedOn:
        known.reviewedOn !== null && known.reviewedOn > reviewedOn ? known.reviewedOn : reviewedOn,
      open: risk.closedAt === null ? [...known.open, { title, score, reviewedOn }] : known.open,
    });
  }
  return facts;
}

function kpisOf(terms: readonly TermAsked[]): number[] {
  return [...new Set(terms.map(({ kpi }) => kpi.id))];
}

/** Facts by the vendor that each is about, which they need not name then. */
export function factsByVendor<Row extends { vendorId: number }>(
  rows: readonly Row[],
): Map<number, Omit<Row, 'vendorId'>[]> {
  const facts = new Map<number, Omit<Row, 'vendorId'>[]>();
  for (const [vendorId, own] of grouped(rows, (row) => row.vendorId))
    facts.set(
      vendorId,
      own.map(({ vendorId: _vendorId, ...fact }) => fact),
    );
  return facts;
}
