import type { ClauseState } from './clause';
import { uncarriedTransfers, type DataTransfer, type TransferMechanism } from './data-transfer';
import type { RequiredBecause, RequiredClause } from './required-clauses';

/** What was found when a contract was read for a clause. */
export type ClauseCheck = { clauseId: number; state: ClauseState };

export const gapKinds = ['unchecked', 'missing', 'not_applicable', 'mechanism'] as const;

/**
 * What stands between a contract and its signature: a required clause that nobody has looked for, that is missing, that
 * somebody holds for not applicable, or a transfer without a ground that carries it.
 */
export type ClauseGap = {
  clauseId: number;
  kind: (typeof gapKinds)[number];
  because: RequiredBecause[];
  /** The transfers that no named mechanism carries. */
  transfers: DataTransfer[];
};

/**
 * The required clauses that a contract lacks, in the library's order; an empty list may be signed. A deviating clause is
 * there: it is shown and holds nothing up. That a required clause does not apply is a claim which only somebody with the
 * right to sign despite gaps can settle.
 */
export function missingRequiredClauses(
  required: readonly RequiredClause[],
  checks: readonly ClauseCheck[],
  mechanisms: readonly TransferMechanism[],
): ClauseGap[] {
  return required.flatMap(({ clauseId, because }) => {
    const state = checks.find((check) => check.clauseId === clauseId)?.state;
    const transfers = uncarriedTransfers(
      because.flatMap((one) => (one.kind === 'transfer' ? [one.transfer] : [])),
      mechanisms,
    );
    const gap = (kind: ClauseGap['kind']): ClauseGap[] => [{ clauseId, kind, because, transfers }];
    if (state === undefined) return gap('unchecked');
    if (state === 'missing' || state === 'not_applicable') return gap(state);
    return transfers.length > 0 ? gap('mechanism') : [];
  });
}

/** How far the required clauses are covered; those that deviate are counted as there and apart. */
export function coverageOf(
  required: readonly RequiredClause[],
  checks: readonly ClauseCheck[],
  gaps: readonly ClauseGap[],
): { required: number; covered: number; deviating: number; gaps: number } {
  const deviating = required.filter(({ clauseId }) =>
    checks.some((check) => check.clauseId === clauseId && check.state === 'deviating'),
  );
  return {
    required: required.length,
    covered: required.length - gaps.length,
    deviating: deviating.length,
    gaps: gaps.length,
  };
}
