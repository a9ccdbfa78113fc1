import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Act, Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { localDate } from '~/shared/calendar';
import type { Named } from '~/shared/named';
import { contracts, slaTerms } from '~db/schema/contracts';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Reader, Tx } from '~db/store.server';
import type { CaseFacts, CaseParty, CaseStep } from './case';
import type { CasePlan } from './case-plan';
import type { CaseEvaluation } from './case-verification';

type CaseRow = typeof cases.$inferSelect;
export type CaseEventRow = typeof caseEvents.$inferSelect;
export type CaseBreach = Pick<
  typeof breaches.$inferSelect,
  'id' | 'period' | 'openedOn' | 'withdrawnAt' | 'evaluationId'
>;

/** A case with all that its rules look at and its letters name. */
export type LoadedCase = {
  row: CaseRow;
  vendor: string;
  /** What its term measures, and in which market. */
  kpi: Named;
  market: Named | null;
  contract: string;
  facts: CaseFacts;
  /** Standing breaches in the order of their periods; those withdrawn are left out. */
  breaches: CaseBreach[];
  evaluations: CaseEvaluation[];
  /** The day of the act in the contract's time zone. */
  today: string;
};

/** The case, locked for a change, as of a day or the day of the act; null where it is not there or out of scope. */
export async function loadCase(
  tx: Tx,
  act: Act,
  caseId: number,
  asOf?: string,
): Promise<LoadedCase | null> {
  await tx.lockRow('cases', 'id', caseId);
  return readCase(tx, act.scope, caseId, (timeZone) => asOf ?? localDate(act.now, timeZone));
}

/** The case as pages read it. */
export async function readCase(
  reader: Reader,
  scope: Scope,
  caseId: number,
  today: (timeZone: string) => string,
): Promise<LoadedCase | null> {
  const [found] = await reader
    .select({
      row: cases,
      vendor: vendors.name,
      kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh },
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
      contract: contracts.number,
      timeZone: contracts.timeZone,
    })
    .from(cases)
    .innerJoin(vendors, eq(vendors.id, cases.vendorId))
    .innerJoin(kpis, eq(kpis.id, cases.kpiId))
    .innerJoin(contracts, eq(contracts.id, cases.contractId))
    .innerJoin(slaTerms, eq(slaTerms.id, cases.termId))
    .leftJoin(markets, eq(markets.id, slaTerms.marketId))
    .where(and(eq(cases.id, caseId), withinScope(scope, cases.vendorId)));
  if (!found) return null;
  const { row, vendor, kpi, market, contract, timeZone } = found;
  const standing = await reader
    .select({
      id: breaches.id,
      period: breaches.period,
      openedOn: breaches.openedOn,
      withdrawnAt: breaches.withdrawnAt,
      evaluationId: breaches.evaluationId,
    })
    .from(breaches)
    .where(and(eq(breaches.caseId, caseId), isNull(breaches.withdrawnAt)))
    .orderBy(asc(breaches.period));
  const events = await reader
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.at), asc(caseEvents.id));
  return {
    row,
    vendor,
    kpi,
    market,
    contract,
    facts: factsOf(row, standing, events),
    breaches: standing,
    evaluations: row.state === 'verifying' ? await evaluationsOf(reader, row.termId) : [],
    today: today(timeZone),
  };
}

/** Who acts in a case: the vendor's people, the clock, or our side. */
export function partyOf({ actor }: Act): CaseParty {
  if (actor.kind === 'job') return 'clock';
  return actor.kind === 'person' && actor.role === 'vendor' ? 'vendor' : 'manager';
}

/** The step that the act is, as of the case's day. */
export function stepOf(
  act: Act,
  { today, evaluations: seen }: LoadedCase,
  text?: string,
): CaseStep {
  return {
    by: partyOf(act),
    personId: act.actor.kind === 'person' ? act.actor.personId : null,
    asOf: today,
    evaluations: seen,
    ...(text !== undefined && { text }),
  };
}

/** The day that an event belongs to: that of the evaluation or job that looked back, else its own. */
function dayOfEvent({ at, details }: CaseEventRow): string {
  const asOf = details?.['asOf'];
  return typeof asOf === 'string' ? asOf : at.slice(0, 10);
}

const DECISIONS = ['plan_accepted', 'plan_returned', 'dispute_rejected', 'dispute_upheld'];

function factsOf(
  row: CaseRow,
  standing: readonly CaseBreach[],
  events: readonly CaseEventRow[],
): CaseFacts {
  const plan = events.findLast(({ kind }) => kind === 'plan_submitted');
  const begun = events.findLast(({ kind }) => kind === 'verifying');
  const decided = events.find(({ kind, personId }) => personId && DECISIONS.includes(kind));
  const opened = standing.map(({ openedOn }) => openedOn).sort();
  return {
    state: row.state,
    lastBreachOn: opened.at(-1) ?? row.openedOn,
    lastPeriod: row.lastPeriod,
    dueOn: row.dueOn,
    planSubmittedOn: plan ? dayOfEvent(plan) : null,
    correctedBy: plan ? lastCorrectiveDay(planOf(plan)) : null,
    verifyingSince: row.state === 'verifying' && begun ? dayOfEvent(begun) : null,
    deciderId: decided?.personId ?? null,
  };
}

/** The plan that a `plan_submitted` event holds. */
export function planOf({ details }: Pick<CaseEventRow, 'details'>): CasePlan | null {
  const plan = details?.['plan'];
  return plan ? (plan as CasePlan) : null;
}

function lastCorrectiveDay(plan: CasePlan | null): string | null {
  const days = plan?.corrective.map(({ dueOn }) => dueOn).sort() ?? [];
  return days.at(-1) ?? null;
}

async function evaluationsOf(reader: Reader, termId: number): Promise<CaseEvaluation[]> {
  return reader
    .select({ period: evaluations.period, outcome: evaluations.outcome })
    .from(evaluations)
    .where(and(eq(evaluations.termId, termId), isNull(evaluations.supersededAt)))
    .orderBy(asc(evaluations.period));
}
