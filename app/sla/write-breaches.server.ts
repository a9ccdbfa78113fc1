import { and, inArray, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { randomId } from '~db/columns';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import type { Tx } from '~db/store.server';
import { afterBreach } from './case';
import { planDueOn } from './case-deadlines';
import { summariseCases } from './summarise-cases.server';
import type { EvaluationChanges, EvaluationRow } from './write-evaluations.server';

type Case = typeof cases.$inferSelect;
type Breach = typeof breaches.$inferSelect;
type CaseEvent = typeof caseEvents.$inferInsert;

/** What happened to the breaches of the contracts that were evaluated. */
export type BreachChanges = { opened: EvaluationRow[]; withdrawn: Breach[] };

/** The breaches and open cases of the terms that changed, as they stand and as they become. */
type Standing = {
  breachOf: Map<string, Breach>;
  caseOf: Map<number, Case>;
};

/** What is to be written, so that any number of breaches costs a handful of statements. */
type Changes = BreachChanges & {
  openedCases: Case[];
  returnedCases: Set<Case>;
  newBreaches: Breach[];
  changedBreaches: Set<Breach>;
  events: CaseEvent[];
};

/**
 * Opens a breach for every newly failed period, once for a term and period whatever comes later; one whose period is
 * kept after all is withdrawn, and opened again should it fail again. Breaches of a term gather in its open case; a case
 * that was being verified goes back to the vendor.
 */
export async function writeBreaches(
  tx: Tx,
  act: Act,
  asOfOf: (contractId: number) => string,
  { written, removed }: EvaluationChanges,
): Promise<BreachChanges> {
  const touched = [...new Set([...written, ...removed].map(({ termId }) => termId))];
  const standing = await loadStanding(tx, touched);
  const failed = written.filter(({ outcome }) => outcome === 'breached');
  const kept = [...written.filter(({ outcome }) => outcome !== 'breached'), ...removed];
  const changes = emptyChanges();
  for (const evaluation of failed)
    addFailure(standing, changes, act, asOfOf(evaluation.contractId), evaluation);
  for (const { termId, period } of kept) {
    const breach = standing.breachOf.get(keyOf(termId, period));
    if (breach?.withdrawnAt === null) withdraw(changes, act, asOfOf(breach.contractId), breach);
  }
  await write(tx, changes);
  await summariseCases(tx, act, breachesByCase(standing, changes));
  return { opened: changes.opened, withdrawn: changes.withdrawn };
}

const keyOf = (termId: number, period: number) => `${termId}/${period}`;

const emptyChanges = (): Changes => ({
  opened: [],
  withdrawn: [],
  openedCases: [],
  returnedCases: new Set(),
  newBreaches: [],
  changedBreaches: new Set(),
  events: [],
});

async function loadStanding(tx: Tx, termIds: readonly number[]): Promise<Standing> {
  if (termIds.length === 0) return { breachOf: new Map(), caseOf: new Map() };
  const known = await tx
    .select()
    .from(breaches)
    .where(inArray(breaches.termId, [...termIds]));
  const open = await tx
    .select()
    .from(cases)
    .where(and(inArray(cases.termId, [...termIds]), isNull(cases.closedAt)));
  return {
    breachOf: new Map(known.map((breach) => [keyOf(breach.termId, breach.period), breach])),
    caseOf: new Map(open.map((each) => [each.termId, each])),
  };
}

/** A failed period: its breach is opened, or follows the new evaluation where it stands already. */
function addFailure(
  { breachOf, caseOf }: Standing,
  changes: Changes,
  act: Act,
  asOf: string,
  evaluation: EvaluationRow,
): void {
  const { termId, period } = evaluation;
  const breach = breachOf.get(keyOf(termId, period));
  if (breach) {
    Object.assign(breach, measuredBy(evaluation));
    changes.changedBreaches.add(breach);
    if (breach.withdrawnAt === null) return;
  }
  const gathering = caseOf.get(termId);
  const target = gathering
    ? returnCase(changes, asOf, gathering)
    : openCase(changes, act, asOf, evaluation);
  caseOf.set(termId, target);
  if (breach) {
    Object.assign(breach, { withdrawnAt: null, caseId: target.id });
  } else {
    const opened = newBreach(asOf, target, evaluation);
    breachOf.set(keyOf(termId, period), opened);
    changes.newBreaches.push(opened);
  }
  note(changes, act, target.id, 'breach_added', noteOf(asOf, evaluation));
  changes.opened.push(evaluation);
}

function openCase(changes: Changes, act: Act, asOf: string, evaluation: EvaluationRow): Case {
  const opened: Case = {
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
    acknowledgedAt: null,
    dueOn: planDueOn(asOf),
    closedAt: null,
  };
  changes.openedCases.push(opened);
  note(changes, act, opened.id, 'opened', { asOf });
  return opened;
}

/** What another failure does to the term's open case. */
function returnCase(changes: Changes, asOf: string, target: Case): Case {
  const { state, dueOn } = afterBreach(target, asOf);
  if (state === target.state) return target;
  changes.returnedCases.add(target);
  return Object.assign(target, { state, dueOn });
}

function newBreach(asOf: string, target: Case, evaluation: EvaluationRow): Breach {
  return {
    id: randomId(),
    termId: evaluation.termId,
    period: evaluation.period,
    contractId: evaluation.contractId,
    vendorId: evaluation.vendorId,
    kpiId: evaluation.kpiId,
    caseId: target.id,
    ...measuredBy(evaluation),
    openedOn: asOf,
    withdrawnAt: null,
  };
}

function measuredBy({ id, kind, severity }: EvaluationRow) {
  return { evaluationId: id, kind: kind ?? 'value', severity: severity ?? 'serious' } as const;
}

function withdraw(changes: Changes, act: Act, asOf: string, breach: Breach): void {
  breach.withdrawnAt = act.now.toISOString();
  changes.changedBreaches.add(breach);
  changes.withdrawn.push(breach);
  note(changes, act, breach.caseId, 'breach_withdrawn', noteOf(asOf, breach));
}

const noteOf = (
  asOf: string,
  { period, severity }: { period: number; severity: string | null },
) => ({
  asOf,
  period,
  severity,
});

function note(
  { events }: Pick<Changes, 'events'>,
  act: Act,
  caseId: number,
  kind: CaseEvent['kind'],
  details: Record<string, unknown>,
): void {
  events.push({ caseId, at: act.now.toISOString(), personId: personIdOf(act), kind, details });
}

async function write(tx: Tx, changes: Changes): Promise<void> {
  await tx.insertMany(cases, changes.openedCases);
  await tx.updateMany(cases, { by: ['id'], set: ['state', 'dueOn'] }, changes.returnedCases);
  await tx.insertMany(breaches, changes.newBreaches);
  const set = ['evaluationId', 'kind', 'severity', 'withdrawnAt', 'caseId'] as const;
  await tx.updateMany(breaches, { by: ['id'], set }, changes.changedBreaches);
  await tx.insertMany(caseEvents, changes.events);
}

/** The breaches that stand in each case that this changes. */
function breachesByCase(
  { breachOf, caseOf }: Standing,
  { opened, withdrawn }: BreachChanges,
): Map<number, Breach[]> {
  const caseIds = new Set([
    ...opened.flatMap(({ termId }) => caseOf.get(termId)?.id ?? []),
    ...withdrawn.map(({ caseId }) => caseId),
  ]);
  const standing = new Map<number, Breach[]>([...caseIds].map((id) => [id, []]));
  for (const breach of breachOf.values())
    if (breach.withdrawnAt === null) standing.get(breach.caseId)?.push(breach);
  return standing;
}
