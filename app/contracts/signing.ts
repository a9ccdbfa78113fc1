import { done, refused, type Outcome } from '~/shared/outcome';

/** Whether a contract may be signed: with required clauses missing only by someone with the right, and with a reason. */
export function maySign(
  missingClauses: readonly string[],
  maySignIncomplete: boolean,
  reason: string | null,
): Outcome {
  if (missingClauses.length === 0) return done();
  if (!maySignIncomplete)
    return refused('clauses_missing', { clauses: missingClauses.join(', ') }, 'reason');
  return reason === null || reason.trim() === '' ? refused('required', {}, 'reason') : done();
}
