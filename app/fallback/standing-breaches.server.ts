import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { termsOfContracts } from '~/contracts/term-queries.server';
import type { SlaTerm } from '~/contracts/sla-term';
import type { Period } from '~/shared/period';
import { slaTerms } from '~db/schema/contracts';
import { kpis, readings, reports } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { TermAsked } from './candidate';
import type { Cause } from './cause';
import { sourcedTerm } from './gather-request.server';
import type { PlacedReading } from './market-values';

/** What an open case gives rise to: causes that no proposal has heard of, the latest month last. */
export type CaseInNeed = {
  caseId: number;
  vendorId: number;
  contractId: number;
  versionId: number;
  /** Where the term holds; null takes in all. */
  serviceId: number | null;
  marketId: number | null;
  /** The latest failure that gives rise to a proposal; what happened there and then says where. */
  period: Period;
  knownOn: string;
  causes: Cause[];
};

/**
 * Cases that are open at the end of a day with a critical breach or a repeat trigger that nobody has proposed for yet.
 * Cases that are over need no one to step in, however bad they were.
 */
export async function casesInNeed(reader: Reader, asOf: string): Promise<CaseInNeed[]> {
  const found = new Map<number, CaseInNeed>();
  for (const { breach, triggers, kpi, ...term } of await unheardFailures(reader, asOf)) {
    const { caseId, vendorId, contractId, period, openedOn: knownOn } = breach;
    const causes = [
      ...(found.get(caseId)?.causes ?? []),
      ...causesOf(triggers, { ...breach, kpi }),
    ];
    found.set(caseId, { caseId, vendorId, contractId, ...term, period, knownOn, causes });
  }
  return [...found.values()];
}

/** The failures of open cases that call for a proposal, case by case, the latest month last. */
async function unheardFailures(reader: Reader, asOf: string) {
  const unheard = (kind: 'critical_breach' | 'repeat_trigger') => sql`not exists (
    select 1 from proposal_causes where proposal_causes.breach_id = ${breaches.id}
    and proposal_causes.kind = ${kind})`;
  const isCritical = eq(breaches.severity, 'critical');
  const isTriggered = sql`${evaluations.triggers} <> '[]'`;
  return reader
    .select({
      breach: breaches,
      triggers: evaluations.triggers,
      versionId: evaluations.versionId,
      kpi: kpis.code,
      serviceId: slaTerms.serviceId,
      marketId: slaTerms.marketId,
    })
    .from(breaches)
    .innerJoin(cases, eq(cases.id, breaches.caseId))
    .innerJoin(evaluations, eq(evaluations.id, breaches.evaluationId))
    .innerJoin(kpis, eq(kpis.id, breaches.kpiId))
    .innerJoin(slaTerms, eq(slaTerms.id, breaches.termId))
    .where(
      and(
        isNull(cases.closedAt),
        isNull(breaches.withdrawnAt),
        lte(breaches.openedOn, asOf),
        or(
          and(isCritical, unheard('critical_breach')),
          and(isTriggered, unheard('repeat_trigger')),
        ),
      ),
    )
    .orderBy(asc(breaches.caseId), asc(breaches.period));
}

type Failure = Awaited<ReturnType<typeof unheardFailures>>[number];

function causesOf(
  triggers: Failure['triggers'],
  { id, severity, kpi, period, openedOn }: Failure['breach'] & Pick<Failure, 'kpi'>,
): Cause[] {
  const of = { kpiCode: kpi, period, breachId: id, on: openedOn };
  return [
    ...(severity === 'critical' ? [{ kind: 'critical_breach' as const, ...of }] : []),
    ...triggers.map((trigger) => ({
      kind: 'repeat_trigger' as const,
      trigger: trigger === 'n_of_m' ? ('n_of_m' as const) : ('consecutive' as const),
      ...of,
    })),
  ];
}

export type MissedTermText = {
  term: SlaTerm;
  asked: TermAsked;
  kpiId: number;
  percent: boolean;
};

/** The terms' text that the failures were measured by, by version. */
export async function missedTerms(
  reader: Reader,
  inNeed: readonly CaseInNeed[],
): Promise<Map<number, MissedTermText>> {
  const contractIds = [...new Set(inNeed.map(({ contractId }) => contractId))];
  const terms = await termsOfContracts(reader, everything, contractIds);
  return new Map(
    terms.flatMap((term) =>
      term.versions.map((version) => [
        version.id,
        {
          term: version.term,
          asked: sourcedTerm(term, version.term),
          kpiId: term.kpiId,
          percent: term.unit === '%',
        },
      ]),
    ),
  );
}

/** A vendor's readings by market of one KPI over some months. */
export async function readingsByMarket(
  reader: Reader,
  of: { vendorId: number; kpiId: number; from: Period; to: Period },
): Promise<PlacedReading[]> {
  return reader
    .select({
      period: readings.period,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      sampleSize: readings.sampleSize,
      source: readings.source,
      service: services.code,
      market: markets.code,
      marketId: markets.id,
    })
    .from(readings)
    .innerJoin(reports, eq(reports.id, readings.reportId))
    .innerJoin(markets, eq(markets.id, readings.marketId))
    .leftJoin(services, eq(services.id, readings.serviceId))
    .where(
      and(
        eq(readings.vendorId, of.vendorId),
        eq(readings.kpiId, of.kpiId),
        gte(readings.period, of.from),
        lte(readings.period, of.to),
        isNull(readings.supersededBy),
        eq(reports.state, 'accepted'),
      ),
    )
    .orderBy(asc(markets.code));
}
