import { and, asc, eq, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import { caseEvents, cases } from '~db/schema/cases';
import { evaluations } from '~db/schema/sla';
import type { Reader, Store } from '~db/store.server';
import { type CaseEvaluation, verification } from './case-verification';
import { closeCase } from './close-case.server';
import { escalateCase, stepOfDetails } from './escalate-case.server';
import { stepsDue } from './escalation';
import { moveCaseTo } from './move-case.server';
import { verifyCase } from './verify-case.server';

/** Cases looked at together. */
const CHUNK = 200;

export type FollowCounts = {
  plansAccepted: number;
  verifying: number;
  closed: number;
  escalated: number;
};

/**
 * Moves on by the clock whatever is due by the end of a day: plans that nobody answered count as accepted, plans whose
 * corrective steps are over are verified, cases whose periods have passed are closed, silence is escalated. Each move
 * bears the day on which it fell due, so that days on which nothing ran change nothing; a second run finds nothing.
 */
export async function followCases(store: Store, now: Date, asOf: string): Promise<FollowCounts> {
  const act: Act = { actor: { kind: 'job', job: 'cases' }, now, scope: everything };
  return {
    plansAccepted: await acceptBySilence(store, act, asOf),
    verifying: await beginVerification(store, act, asOf),
    closed: await closePassed(store, act, asOf),
    escalated: await escalateSilence(store, act, asOf),
  };
}

async function acceptBySilence(store: Store, act: Act, asOf: string): Promise<number> {
  const due = and(eq(cases.state, 'plan_submitted'), lt(cases.dueOn, asOf));
  return eachCase(store.read, due, async (chunk) => {
    let moved = 0;
    for (const { id, dueOn } of chunk) {
      const outcome = await moveCaseTo(store, act, {
        caseId: id,
        move: 'accept_by_silence',
        asOf: dayAfter(dueOn, asOf),
        mail: { template: 'planAcceptedBySilence', to: 'vendor' },
      });
      if (outcome.ok) moved += 1;
    }
    return moved;
  });
}

async function beginVerification(store: Store, act: Act, asOf: string): Promise<number> {
  const due = and(eq(cases.state, 'plan_accepted'), or(isNull(cases.dueOn), lt(cases.dueOn, asOf)));
  return eachCase(store.read, due, async (chunk) => {
    let moved = 0;
    for (const { id, dueOn } of chunk) {
      const outcome = await verifyCase(store, act, { caseId: id, asOf: dayAfter(dueOn, asOf) });
      if (outcome.ok) moved += 1;
    }
    return moved;
  });
}

async function closePassed(store: Store, act: Act, asOf: string): Promise<number> {
  return eachCase(store.read, eq(cases.state, 'verifying'), async (chunk) => {
    const ids = chunk.map(({ id }) => id);
    const begun = await store.read
      .select({ caseId: caseEvents.caseId, details: caseEvents.details })
      .from(caseEvents)
      .where(and(inArray(caseEvents.caseId, ids), eq(caseEvents.kind, 'verifying')))
      .orderBy(asc(caseEvents.id));
    const since = new Map(
      begun.map(({ caseId, details }) => [caseId, String(details?.['asOf'])] as const),
    );
    const seen = await evaluationsByTerm(
      store.read,
      chunk.map(({ termId }) => termId),
    );
    let closed = 0;
    for (const { id, termId, lastPeriod } of chunk) {
      const facts = { verifyingSince: since.get(id) ?? null, lastPeriod };
      const { passed, needed } = verification(facts, seen.get(termId) ?? []);
      if (passed < needed) continue;
      if ((await closeCase(store, act, { caseId: id, asOf })).ok) closed += 1;
    }
    return closed;
  });
}

async function escalateSilence(store: Store, act: Act, asOf: string): Promise<number> {
  const silent = and(
    inArray(cases.state, ['open', 'acknowledged']),
    or(lt(cases.dueOn, asOf), eq(cases.severity, 'critical')),
  );
  return eachCase(store.read, silent, async (chunk) => {
    const ids = chunk.map(({ id }) => id);
    const events = await store.read
      .select({ caseId: caseEvents.caseId, details: caseEvents.details })
      .from(caseEvents)
      .where(and(inArray(caseEvents.caseId, ids), eq(caseEvents.kind, 'escalated')));
    let taken = 0;
    for (const each of chunk) {
      const before = events
        .filter(({ caseId }) => caseId === each.id)
        .map(({ details }) => stepOfDetails(details));
      if (stepsDue(each, before, asOf).length === 0) continue;
      taken += await escalateCase(store, act, { caseId: each.id, asOf });
    }
    return taken;
  });
}

type CaseRow = typeof cases.$inferSelect;

/** Goes through the cases of a condition chunk by chunk, and adds up what was done. */
async function eachCase(
  reader: Reader,
  condition: SQL | undefined,
  work: (chunk: CaseRow[]) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (let after = 0; ;) {
    const chunk = await reader
      .select()
      .from(cases)
      .where(and(gt(cases.id, after), condition))
      .orderBy(asc(cases.id))
      .limit(CHUNK);
    const last = chunk.at(-1);
    if (!last) return total;
    total += await work(chunk);
    after = last.id;
  }
}

async function evaluationsByTerm(
  reader: Reader,
  termIds: readonly number[],
): Promise<Map<number, CaseEvaluation[]>> {
  const rows = await reader
    .select({
      termId: evaluations.termId,
      period: evaluations.period,
      outcome: evaluations.outcome,
    })
    .from(evaluations)
    .where(and(inArray(evaluations.termId, [...termIds]), isNull(evaluations.supersededAt)));
  const byTerm = new Map<number, CaseEvaluation[]>();
  for (const { termId, ...evaluation } of rows) {
    const list = byTerm.get(termId);
    if (list) list.push(evaluation);
    else byTerm.set(termId, [evaluation]);
  }
  return byTerm;
}

function dayAfter(dueOn: string | null, asOf: string): string {
  return dueOn === null ? asOf : addDays(dueOn, 1);
}
