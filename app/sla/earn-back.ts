import { type Period } from '~/shared/period';
import { type AgreedTerm } from './agreed-term';
import { type Evaluation } from './evaluation';

/** A credit given back: in `period` the amount issued for `creditOf` is reversed, in minor units. */
export type EarnBack = { term: string; period: Period; creditOf: Period; amount: number };

const PERIODS_BETWEEN_RETURNS = 12;

/**
 * The returns of a term: the issued credit of a non-critical term is given back in the n-th of the next n evaluated
 * periods when all of them are `met`; at most one return in 12 of the term's periods. `pending`, `excused` and
 * `no_data` are no evaluated periods: they neither count nor break. (Practice: earnback clauses of US outsourcing
 * agreements.)
 */
export function earnBacks(
  evaluations: readonly Evaluation[],
  agreedOf: (evaluation: Evaluation) => AgreedTerm | null,
): EarnBack[] {
  const returns: EarnBack[] = [];
  let open: { credit: Evaluation; wanted: number; met: number; step: number } | null = null;
  for (const evaluation of evaluations) {
    const { outcome, period } = evaluation;
    if (outcome === 'at_risk') open = null;
    if (outcome === 'breached') {
      const agreed = evaluation.issued > 0 ? agreedOf(evaluation) : null;
      const wanted = agreed && !agreed.term.critical ? agreed.term.earn_back?.periods : undefined;
      open = agreed && wanted ? { credit: evaluation, wanted, met: 0, step: agreed.step } : null;
    }
    if (outcome !== 'met' || !open) continue;
    open.met += 1;
    if (open.met < open.wanted) continue;
    const { credit, step } = open;
    open = null;
    const last = returns.at(-1);
    if (last && period - last.period < PERIODS_BETWEEN_RETURNS * step) continue;
    const { term, issued } = credit;
    returns.push({ term, period, creditOf: credit.period, amount: issued });
  }
  return returns;
}
