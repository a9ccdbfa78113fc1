import { and, inArray, isNull } from 'drizzle-orm';
import { canonical } from '~/audit/entry';
import { neighbouringIds } from '~db/columns';
import { evaluations } from '~db/schema/sla';
import type { Tx } from '~db/store.server';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import { chunks } from '~/shared/chunks';
import { grouped } from '~/shared/grouped';
import type { ContractEvaluation } from './contract-evaluation';
import type { Evaluation } from './evaluation';
import { storedWorking, workingOf } from './working';

export type StoredEvaluation = typeof evaluations.$inferSelect;
export type EvaluationRow = Omit<StoredEvaluation, 'supersededAt'>;

/** When an evaluation is made, and as of which day. */
export type When = { at: string; asOf: string };

/** What a new evaluation changed: rows that now stand, and the terms' periods that no longer have one. */
export type EvaluationChanges = {
  written: EvaluationRow[];
  removed: StoredEvaluation[];
};

/** The current evaluations of contracts, by contract. */
export async function currentEvaluations(
  tx: Tx,
  contractIds: readonly number[],
): Promise<Map<number, StoredEvaluation[]>> {
  const rows = await tx
    .select()
    .from(evaluations)
    .where(
      and(inArray(evaluations.contractId, [...contractIds]), isNull(evaluations.supersededAt)),
    );
  return grouped(rows, ({ contractId }) => contractId);
}

/** Later rows have later keys: an index of what many contracts share grows at its ends, however many there are. */
const nextId = neighbouringIds();

/**
 * Compares what was computed with what stands. An outcome that changed is kept as history beside the new one; a period
 * that was only pending had no outcome, and leaves none.
 */
export function changesTo(
  standing: readonly StoredEvaluation[],
  contract: AgreedContract,
  computed: ContractEvaluation,
  when: When,
): EvaluationChanges {
  const before = new Map(standing.map((row) => [keyOf(row), row]));
  const written: EvaluationRow[] = [];
  computed.terms.forEach(({ key, evaluations: ofTerm }, at) => {
    const term = { termId: Number(key), kpiId: contract.terms[at]?.kpiId ?? 0 };
    for (const evaluation of ofTerm) {
      const row = rowOf(contract, term, evaluation, when);
      const known = before.get(keyOf(row));
      if (known && before.delete(keyOf(row)) && isSame(known, row)) continue;
      written.push(row);
    }
  });
  return { written, removed: [...before.values()] };
}

/** Puts the changes into the store: earlier outcomes become history, pending ones go, the new ones stand. */
export async function writeEvaluations(
  tx: Tx,
  replaced: readonly StoredEvaluation[],
  written: readonly EvaluationRow[],
  at: string,
): Promise<void> {
  const idsOf = (rows: readonly StoredEvaluation[]) => rows.map(({ id }) => id);
  const pending = replaced.filter(({ outcome }) => outcome === 'pending');
  const decided = replaced.filter(({ outcome }) => outcome !== 'pending');
  for (const ids of chunks(idsOf(pending))) {
    await tx.delete(evaluations).where(inArray(evaluations.id, ids));
  }
  for (const ids of chunks(idsOf(decided))) {
    await tx.update(evaluations).set({ supersededAt: at }).where(inArray(evaluations.id, ids));
  }
  await tx.insertMany(evaluations, written);
}

/** The standing evaluations that go: replaced by what is written, or removed. */
export function replacedBy(
  standing: readonly StoredEvaluation[],
  written: readonly EvaluationRow[],
  removed: readonly StoredEvaluation[],
): StoredEvaluation[] {
  if (standing.length === 0) return [];
  const gone = new Set([...written, ...removed].map(keyOf));
  return standing.filter((row) => gone.has(keyOf(row)));
}

function rowOf(
  { contractId, vendorId }: AgreedContract,
  { termId, kpiId }: { termId: number; kpiId: number },
  evaluation: Evaluation,
  { at, asOf }: When,
): EvaluationRow {
  const { working, period } = evaluation;
  return {
    id: nextId(),
    contractId,
    vendorId,
    termId,
    versionId: Number(evaluation.version),
    kpiId,
    period,
    outcome: evaluation.outcome,
    kind: evaluation.kind,
    reason: evaluation.reason,
    severity: evaluation.severity,
    measured: evaluation.measured,
    shortfall: evaluation.shortfall,
    sampleSize: working.sample,
    run: evaluation.run,
    points: String(evaluation.points),
    triggers: [...evaluation.triggers],
    creditMinor: evaluation.credit,
    cappedMinor: evaluation.capped,
    issuedMinor: evaluation.issued - evaluation.returned,
    working: storedWorking(working, period),
    evaluatedAt: at,
    asOf,
  };
}

function keyOf({ termId, period }: { termId: number; period: number }): string {
  return `${termId}/${period}`;
}

const COMPARED = [
  'versionId',
  'outcome',
  'kind',
  'reason',
  'severity',
  'measured',
  'shortfall',
  'run',
  'points',
  'creditMinor',
  'cappedMinor',
  'issuedMinor',
  'sampleSize',
] as const;

function isSame(a: StoredEvaluation, b: EvaluationRow): boolean {
  return (
    COMPARED.every((field) => a[field] === b[field]) &&
    a.triggers.join() === b.triggers.join() &&
    (canonical(a.working) === canonical(b.working) ||
      canonical(workingOf(a.working, a.period)) === canonical(workingOf(b.working, b.period)))
  );
}
