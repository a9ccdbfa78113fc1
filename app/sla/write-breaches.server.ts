import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { randomId } from '~db/columns';
import { breaches, caseEvents, cases, evaluations } from '~db/schema/sla';
import type { Tx } from '~db/store.server';
import { SEVERITIES } from '~/contracts/sla-vocabulary';
import { afterBreach, planDueOn } from './case';
import type { EvaluationChanges, EvaluationRow } from './write-evaluations.server';

type Case = typeof cases.$inferSelect;
type Breach = typeof breaches.$inferSelect;
type CaseEvent = typeof caseEvents.$inferInsert;

/** What happened to the breaches of one contract. */
export type BreachChanges = { opened: EvaluationRow[]; withdrawn: Breach[] };

/**
 * Opens a breach for every newly failed period, once for a term and period whatever comes later; one whose period is
 * kept after all is withdrawn, and opened again should it fail again. Breaches of a term gather in its open case; a case
 * that was being verified goes back to the vendor.
 */
export async function writeBreaches(
  tx: Tx,
  act: Act,
  asOf: string,
  { written, removed }: EvaluationChanges,
): Promise<BreachChanges> {
  const touched = [...written, ...removed];
  const termIds = [...new Set(touched.map(({ termId }) => termId))];
  if (termIds.length === 0) return { opened: [], withdrawn: [] };
  const known = await tx.select().from(breaches).where(inArray(breaches.termId, termIds));
  const breachOf = new Map(known.map((breach) => [`${breach.termId}/${breach.period}`, breach]));
  const open = await tx
    .select()
    .from(cases)
    .where(and(inArray(cases.termId, termIds), isNull(cases.closedAt)));
  const caseOf = new Map(open.map((each) => [each.termId, each]));
  const failed = written.filter(({ outcome }) => outcome === 'breached');
  const kept = [...written.filter(({ outcome }) => outcome !== 'breached'), ...removed];

  const opened: EvaluationRow[] = [];
  for (const evaluation of failed) {
    const breach = breachOf.get(`${evaluation.termId}/${evaluation.period}`);
    if (breach) await updateBreach(tx, breach, evaluation);
    if (breach?.withdrawnAt === null) continue;
    const gathering = caseOf.get(evaluation.termId);
    const target = gathering
      ? await returnCase(tx, asOf, gathering)
      : await openCase(tx, act, asOf, evaluation);
    caseOf.set(evaluation.termId, target);
    if (breach) await reopenBreach(tx, breach, target);
    else await insertBreach(tx, asOf, target, evaluation);
    await noteBreach(tx, act, asOf, target, evaluation, 'breach_added');
    opened.push(evaluation);
  }
  const withdrawn: Breach[] = [];
  for (const { termId, period } of kept) {
    const breach = breachOf.get(`${termId}/${period}`);
    if (!breach || breach.withdrawnAt !== null) continue;
    await withdrawBreach(tx, act, asOf, breach);
    withdrawn.push(breach);
  }
  const caseIds = [
    ...opened.map(({ termId }) => caseOf.get(termId)?.id ?? 0),
    ...withdrawn.map(({ caseId }) => caseId),
  ];
  for (const caseId of new Set(caseIds)) await summariseCase(tx, act, caseId);
  return { opened, withdrawn };
}

async function openCase(tx: Tx, act: Act, asOf: string, evaluation: EvaluationRow): Promise<Case> {
  const [opened] = await tx
    .insert(cases)
    .values({
      id: randomId(),
      termId: evaluation.termId,
      contractId: evaluation.contractId,
      vendorId: evaluation.vendorId,
      kpiId: evaluation.kpiId,
      state: 'open',
      severity: evaluation.severity ?? 'serious',
      firstPeriod: evaluation.period,
      lastPeriod: evaluation.period,
      breachCount: 0,
      openedOn: asOf,
      dueOn: planDueOn(asOf),
    })
    .returning();
  if (!opened) throw new Error('the case was not opened');
  await tx.insert(caseEvents).values(event(act, opened.id, 'opened', { asOf }));
  return opened;
}

/** What another failure does to the term's open case. */
async function returnCase(tx: Tx, asOf: string, target: Case): Promise<Case> {
  const next = { ...target, ...afterBreach(target, asOf) };
  if (next.state === target.state) return target;
  await tx
    .update(cases)
    .set({ state: next.state, dueOn: next.dueOn })
    .where(eq(cases.id, target.id));
  return next;
}

async function insertBreach(tx: Tx, asOf: string, target: Case, evaluation: EvaluationRow) {
  await tx.insert(breaches).values({
    termId: evaluation.termId,
    period: evaluation.period,
    contractId: evaluation.contractId,
    vendorId: evaluation.vendorId,
    kpiId: evaluation.kpiId,
    caseId: target.id,
    evaluationId: evaluation.id,
    kind: evaluation.kind ?? 'value',
    severity: evaluation.severity ?? 'serious',
    openedOn: asOf,
  });
}

async function updateBreach(tx: Tx, breach: Breach, evaluation: EvaluationRow): Promise<void> {
  await tx
    .update(breaches)
    .set({
      evaluationId: evaluation.id,
      kind: evaluation.kind ?? 'value',
      severity: evaluation.severity ?? 'serious',
    })
    .where(eq(breaches.id, breach.id));
}

async function reopenBreach(tx: Tx, breach: Breach, target: Case): Promise<void> {
  await tx
    .update(breaches)
    .set({ withdrawnAt: null, caseId: target.id })
    .where(eq(breaches.id, breach.id));
}

async function withdrawBreach(tx: Tx, act: Act, asOf: string, breach: Breach): Promise<void> {
  await tx
    .update(breaches)
    .set({ withdrawnAt: act.now.toISOString() })
    .where(eq(breaches.id, breach.id));
  await noteBreach(tx, act, asOf, { id: breach.caseId }, breach, 'breach_withdrawn');
}

async function noteBreach(
  tx: Tx,
  act: Act,
  asOf: string,
  target: { id: number },
  { period, severity }: { period: number; severity: string | null },
  kind: 'breach_added' | 'breach_withdrawn',
): Promise<void> {
  await tx.insert(caseEvents).values(event(act, target.id, kind, { asOf, period, severity }));
}

/** Brings a case's first and last month, count and severity in step with its breaches; without any it is over. */
async function summariseCase(tx: Tx, act: Act, caseId: number): Promise<void> {
  const standing = await tx
    .select({ period: breaches.period, severity: breaches.severity })
    .from(breaches)
    .where(and(eq(breaches.caseId, caseId), isNull(breaches.withdrawnAt)));
  if (standing.length === 0) return endCase(tx, act, caseId);
  const periods = standing.map(({ period }) => period);
  const severity = SEVERITIES.findLast((level) => standing.some((one) => one.severity === level));
  await tx
    .update(cases)
    .set({
      breachCount: standing.length,
      firstPeriod: Math.min(...periods),
      lastPeriod: Math.max(...periods),
      ...(severity && { severity }),
    })
    .where(eq(cases.id, caseId));
}

/** No breach of the case stands any more: it is excused where that is why one of them fell, else closed. */
async function endCase(tx: Tx, act: Act, caseId: number): Promise<void> {
  const [excused] = await tx
    .select({ id: breaches.id })
    .from(breaches)
    .innerJoin(
      evaluations,
      and(
        eq(evaluations.termId, breaches.termId),
        eq(evaluations.period, breaches.period),
        isNull(evaluations.supersededAt),
        eq(evaluations.outcome, 'excused'),
      ),
    )
    .where(eq(breaches.caseId, caseId))
    .limit(1);
  await tx.update(cases).set({ breachCount: 0 }).where(eq(cases.id, caseId));
  const ended = await tx
    .update(cases)
    .set({
      state: excused ? 'excused' : 'closed',
      closedAt: act.now.toISOString(),
      dueOn: null,
    })
    .where(and(eq(cases.id, caseId), isNull(cases.closedAt)))
    .returning({ id: cases.id });
  if (ended.length > 0)
    await tx.insert(caseEvents).values(event(act, caseId, 'closed', { withdrawn: true }));
}

function event(
  act: Act,
  caseId: number,
  kind: CaseEvent['kind'],
  details: Record<string, unknown>,
): CaseEvent {
  const personId = act.actor.kind === 'person' ? act.actor.personId : null;
  return { caseId, at: act.now.toISOString(), personId, kind, details };
}
