import { and, inArray, isNull } from 'drizzle-orm';
import { canonical } from '~/audit/entry';
import { neighbouringIds } from '~db/columns';
import { evaluations } from '~db/schema/sla';
import type { Tx } from '~db/store.server';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import type { ContractEvaluation } from './contract-evaluation';
import type { Evaluation } from './evaluation';

export type StoredEvaluation = typeof evaluations.$inferSelect;
export type EvaluationRow = Omit<StoredEvaluation, 'evaluatedAt' | 'asOf' | 'supersededAt'>;

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
  const byContract = new Map<number, StoredEvaluation[]>();
  for (const row of rows) {
    const list = byContract.get(row.contractId);
    if (list) list.push(row);
    else byContract.set(row.contractId, [row]);
  }
  return byContract;
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
): EvaluationChanges {
  const before = new Map(standing.map((row) => [keyOf(row), row]));
  const written: EvaluationRow[] = [];
  for (const { evaluations: ofTerm } of computed.terms) {
    for (const evaluation of ofTerm) {
      const row = rowOf(nextId(), contract, evaluation);
      const known = before.get(keyOf(row));
      before.delete(keyOf(row));
      if (!known || !isSame(known, row)) written.push(row);
    }
  }
  return { written, removed: [...before.values()] };
}

const CHUNK = 500;
/** Puts the changes into the store: earlier outcomes become history, pending ones go, the new ones stand. */
export async function writeEvaluations(
  tx: Tx,
  standing: readonly StoredEvaluation[],
  changes: readonly EvaluationChanges[],
  when: { at: string; asOfOf: (contractId: number) => string },
): Promise<void> {
  const replaced = new Set(
    changes.flatMap(({ written, removed }) => [...written.map(keyOf), ...removed.map(keyOf)]),
  );
  const old = standing.filter((row) => replaced.has(keyOf(row)));
  const pending = old.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id);
  const decided = old.filter(({ outcome }) => outcome !== 'pending').map(({ id }) => id);
  for (const ids of chunks(pending)) {
    await tx.delete(evaluations).where(inArray(evaluations.id, ids));
  }
  for (const ids of chunks(decided)) {
    await tx.update(evaluations).set({ supersededAt: when.at }).where(inArray(evaluations.id, ids));
  }
  await tx.insertMany(evaluations, rowsOf(changes, when));
}

function* rowsOf(
  changes: readonly EvaluationChanges[],
  { at, asOfOf }: { at: string; asOfOf: (contractId: number) => string },
): Generator<typeof evaluations.$inferInsert> {
  for (const { written } of changes) {
    for (const row of written) yield { ...row, evaluatedAt: at, asOf: asOfOf(row.contractId) };
  }
}

function rowOf(id: number, contract: AgreedContract, evaluation: Evaluation): EvaluationRow {
  const termId = Number(evaluation.term);
  const { outcome, kind, reason, severity, measured, shortfall, run, working } = evaluation;
  return {
    id,
    contractId: contract.contractId,
    vendorId: contract.vendorId,
    termId,
    versionId: Number(evaluation.version),
    kpiId: contract.terms.find((term) => term.termId === termId)?.kpiId ?? 0,
    period: evaluation.period,
    outcome,
    kind,
    reason,
    severity,
    measured,
    shortfall,
    sampleSize: working.sample,
    run,
    points: String(evaluation.points),
    triggers: [...evaluation.triggers],
    creditMinor: evaluation.credit,
    cappedMinor: evaluation.capped,
    issuedMinor: evaluation.issued - evaluation.returned,
    working: { ...working },
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
    canonical(a.working) === canonical(b.working)
  );
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}
