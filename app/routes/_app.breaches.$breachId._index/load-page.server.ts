import { actionState } from '~/actions/action';
import { actionsOf } from '~/actions/action-queries.server';
import type { Visit } from '~/auth/require-person.server';
import { proposalsOfBreach } from '~/fallback/proposal-record-queries.server';
import { tellsFiguresAlone } from '~/kpi/report-queries.server';
import type { Period } from '~/shared/period';
import { localDate } from '~/shared/calendar';
import { nameFor } from '~/shared/named';
import type { Breach } from '~/sla/breach-queries.server';
import { movesOpenTo } from '~/sla/case';
import { disputableUntil } from '~/sla/case-deadlines';
import { verification } from '~/sla/case-verification';
import { breachesOfCase, eventsOfCase, excusalsOf } from '~/sla/case-queries.server';
import { creditSteps } from '~/sla/credit-steps';
import type { Working } from '~/sla/evaluation';
import {
  creditLinesOf,
  historyOf,
  outcomesOfTerm,
  readingsBehind,
} from '~/sla/evaluation-queries.server';
import { planOf, readCase, stepOf } from '~/sla/load-case.server';
import { readingsByMonth } from '~/sla/measure';
import { workingOf } from '~/sla/working';
import { found } from '~/shared/record-id';

/** Months shown around a breach, as far as they are evaluated. */
const MONTHS_BEFORE = 17;
const MONTHS_AFTER = 12;

/** Everything that the page of a breach tells, as far as the reader may know it. */
export async function loadBreachPage(visit: Visit, breach: Breach) {
  const { reader, scope, act, locale, now, can, person } = visit;
  const { id, caseId, period, termId } = breach.breach;
  const isOwn = person.role === 'vendor';
  const open = found(await readCase(reader, scope, caseId, (zone) => localDate(now, zone)));
  const events = await eventsOfCase(reader, caseId, { internal: !isOwn });
  const around = await outcomesOfTerm(
    reader,
    termId,
    period - MONTHS_BEFORE,
    period + MONTHS_AFTER,
  );
  const others = await breachesOfCase(reader, caseId);
  const plan = events.findLast(({ kind }) => kind === 'plan_submitted');
  const mayAct = isOwn ? can('breaches.answer') : can('breaches.decide');
  const working = workingOf(breach.evaluation.working, period);
  return {
    id,
    isOwn,
    mayAct,
    today: open.today,
    breach: breach.breach,
    kpi: { ...breach.kpi, name: nameFor(breach.kpi, locale) },
    place: [breach.service, breach.market].flatMap((part) => (part ? [nameFor(part, locale)] : [])),
    vendor: breach.vendor,
    contract: breach.contract,
    term: breach.term,
    version: breach.version,
    evaluation: breach.evaluation,
    working,
    seesContract: can('contracts.read'),
    seesVendor: can('vendors.read'),
    case: {
      ...breach.case,
      verification: verification(open.facts, open.evaluations),
      disputableUntil: disputableUntil(open.facts.lastBreachOn),
      moves: mayAct ? movesOpenTo(open.facts, stepOf(act, open)) : [],
    },
    events: events.map((event) => ({ ...event, details: event.details ?? {} })),
    plan: plan ? planOf(plan) : null,
    steps: await stepsOfCase(visit, caseId, open.today),
    mayTick: can('actions.write'),
    excusals: await excusalsOf(reader, breach.contract.id, breach.kpi.id),
    others,
    proposals: can('fallback.read') ? await proposalsAbout(visit, id) : null,
    around,
    readings: await readingsOfBreach(visit, breach, working),
    history: await historyOf(reader, termId, period),
    credit: await creditOfBreach(visit, breach, working, around),
  };
}

export type BreachPage = Awaited<ReturnType<typeof loadBreachPage>>;

/** What was promised to set the case right. */
async function stepsOfCase({ reader, scope }: Visit, caseId: number, today: string) {
  const promised = await actionsOf(reader, scope, { origin: 'breach', originId: caseId });
  return promised.map(({ action, owner }) => ({
    id: action.id,
    title: action.title ?? '',
    owner,
    dueOn: action.dueOn,
    doneAt: action.doneAt,
    state: actionState(action, today),
  }));
}

/** Who could step in: the proposals that the breach is a cause of. */
async function proposalsAbout({ reader, scope, locale }: Visit, breachId: number) {
  const proposals = await proposalsOfBreach(reader, scope, breachId);
  return proposals.map((each) => ({
    id: each.id,
    state: each.state,
    asOf: each.asOf,
    candidateCount: each.candidateCount,
    place: placeOf(each, locale),
  }));
}

type Place = Pick<
  Awaited<ReturnType<typeof proposalsOfBreach>>[number],
  'serviceEn' | 'serviceZh' | 'marketEn' | 'marketZh'
>;

/** What a proposal is for: the service, and the market where it is of one. */
function placeOf({ serviceEn, serviceZh, marketEn, marketZh }: Place, locale: string): string {
  const service = nameFor({ nameEn: serviceEn, nameZh: serviceZh }, locale);
  if (marketEn === null || marketZh === null) return service;
  return nameFor({ nameEn: marketEn, nameZh: marketZh }, locale);
}

/** The readings of the window, each marked by what became of it; of what we measured a vendor is told the figures alone. */
async function readingsOfBreach({ reader, scope }: Visit, breach: Breach, working: Working) {
  const { vendorId, kpiId, period } = breach.breach;
  const rows = await readingsBehind(reader, {
    vendorId,
    kpiId,
    serviceId: breach.service?.id ?? null,
    marketId: breach.market?.id ?? null,
    first: working.windowFrom,
    last: period,
  });
  const standing = rows.filter(({ supersededBy }) => supersededBy === null);
  const chosen = new Set([...readingsByMonth(breach.term, standing).values()]);
  return rows.map((row) => ({
    ...row,
    ...(tellsFiguresAlone(scope, row) && { note: null, fileName: null, sheet: null, row: null }),
    use:
      row.supersededBy !== null
        ? ('corrected' as const)
        : working.excluded.includes(row.period)
          ? ('excluded' as const)
          : chosen.has(row)
            ? ('used' as const)
            : ('unused' as const),
  }));
}

type Around = Awaited<ReturnType<typeof outcomesOfTerm>>;

/** The credit's arithmetic, and the month in which it was earned back, if it was. */
async function creditOfBreach({ reader }: Visit, breach: Breach, working: Working, around: Around) {
  const { contract, evaluation, term } = breach;
  const lines = await creditLinesOf(
    reader,
    contract.id,
    evaluation.period,
    evaluation.supersededAt === null ? null : evaluation.evaluatedAt,
  );
  const sum = (of: 'creditMinor' | 'cappedMinor') =>
    lines.reduce((total, line) => total + line[of], 0);
  return {
    steps: creditSteps({
      working: working.credit,
      method: term.credit.method,
      points: evaluation.points,
      credit: evaluation.creditMinor,
      capped: evaluation.cappedMinor,
      issued: evaluation.issuedMinor,
      contract: {
        capPercent: contract.creditCapPercent,
        minimum: contract.creditMinimumMinor,
      },
      month: { gross: sum('creditMinor'), capped: sum('cappedMinor') },
    }),
    earnedBack: earnedBackIn(around, evaluation.period),
  };
}

/** The first month after the breach in which more was returned than issued, before the term failed again. */
function earnedBackIn(around: Around, period: Period) {
  for (const { period: month, outcome, issuedMinor } of around) {
    if (month <= period) continue;
    if (outcome === 'breached') return null;
    if (issuedMinor < 0) return { period: month, minor: issuedMinor };
  }
  return null;
}
