import type { SlaTerm } from '~/contracts/sla-term';
import { Decimal } from '~/shared/decimal';
import { formatMinor } from '~/shared/money';
import { done, type Outcome, refused } from '~/shared/outcome';
import { backtestInput, type BacktestInput, type SweepStep } from './backtest';
import { evaluateContract } from './contract-evaluation';

/** A term's target tried from one value to another, the last included where a step falls on it. */
export type Sweep = { term: number; from: string; to: string; step: string };

const MOST_STEPS = 1000;

/**
 * How often a term would have fired under other targets: its failures, runs and triggers, and the credits issued for
 * it less those returned. Bands and the warning limit move along with the target. Refused where the contract has no
 * such term, the step leads away from `to`, or there would be more than 1,000 targets.
 */
export function sweepTarget(input: BacktestInput, sweep: Sweep): Outcome<SweepStep[]> {
  const { contract } = input;
  const term = contract.terms[sweep.term];
  if (!term)
    return refused('sweep_term_unknown', { term: sweep.term, terms: contract.terms.length });
  const targets = targetsOf(sweep);
  if (!targets) return refused('sweep_steps', { from: sweep.from, to: sweep.to, step: sweep.step });
  const steps: SweepStep[] = [];
  for (const target of targets) {
    const terms = contract.terms.with(sweep.term, movedTerm(term, target));
    const engine = backtestInput({ ...input, contract: { ...contract, terms } });
    if (!engine.ok) return engine;
    const evaluations = evaluateContract(engine.value).terms[sweep.term]?.evaluations ?? [];
    const issued = evaluations.reduce((sum, each) => sum + each.issued - each.returned, 0);
    steps.push({
      target,
      failures: evaluations.filter((each) => each.outcome === 'breached').length,
      runs: evaluations.filter((each) => each.run === 1).length,
      triggers: evaluations.reduce((sum, each) => sum + each.triggers.length, 0),
      issued: formatMinor(issued, contract.currency),
    });
  }
  return done(steps);
}

/** A term with another target, its bands and warning limit moved by the same difference. */
export function movedTerm(term: SlaTerm, target: string): SlaTerm {
  const by = new Decimal(target).minus(term.target);
  const move = (limit: string) => by.plus(limit).toFixed();
  const maybe = (limit: string | null) => (limit === null ? null : move(limit));
  return {
    ...term,
    target: move(term.target),
    warn_at: maybe(term.warn_at),
    bands: term.bands.map((band) => ({ ...band, from: maybe(band.from), to: maybe(band.to) })),
  };
}

function targetsOf({ from, to, step }: Sweep): string[] | null {
  const by = new Decimal(step);
  const span = new Decimal(to).minus(from);
  if (by.isZero() || (!span.isZero() && span.isPositive() !== by.isPositive())) return null;
  const count = span.div(by).floor().toNumber() + 1;
  if (count > MOST_STEPS) return null;
  return Array.from({ length: count }, (_, index) => by.times(index).plus(from).toFixed());
}
