import type { Period } from '~/shared/period';
import type { AgreedTerm } from './agreed-term';
import type { Evaluation } from './evaluation';

/** A credit given back: in `period` the amount issued for `creditOf` is reversed, in minor units. */
export type EarnBack = { term: string; period: Period; creditOf: Period; amount: number };

const PERIODS_BETWEEN_RETURNS = 12;

/**
 * The returns of a term: the issued credit of a non-critical term is given back in the n-th of the next n evaluated
 * periods when all of them are `met`; at most one return in 12 of the term's periods. `agreedOf` names the version of the term's n-th failure, from 0. `pending`, `excused` and
 * `no_data` are no evaluated periods: they neither count nor break. (Practice: earnback clauses of US outsourcing
 * agreements.)
 */
export function earnBacks(
  evaluations: readonly Evaluation[],
  agreedOf: (failure: number) => AgreedTerm | undefined,
): EarnBack[] {
  const returns: EarnBack[] = [];
  let failures = 0;
  let open: Open | null = null;
  for (const evaluation of evaluations) {
    const { outcome, period } = evaluation;
    if (outcome === 'at_risk') open = null;
    if (outcome === 'breached') {
      open = opened(evaluation, agreedOf(failures));
      failures += 1;
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

/** A credit on its way to being returned: after `wanted` periods met in a row. */
type Open = { credit: Evaluation; wanted: number; met: number; step: number };

function opened(credit: Evaluation, agreed: AgreedTerm | undefined): Open | null {
  if (credit.issued === 0 || !agreed?.term.earn_back || agreed.term.critical) return null;
  return { credit, wanted: agreed.term.earn_back.periods, met: 0, step: agreed.step };
}
