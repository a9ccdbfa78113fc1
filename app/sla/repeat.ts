import type { SlaTerm } from '~/contracts/sla-term';
import type { Period } from '~/shared/period';
import type { PeriodOutcome, Trigger } from './evaluation';

const NONE: readonly Trigger[] = [];

/** What a period does to a term's record of failures: its number in the run (0 where it is no failure), new triggers. */
export type Repeat = { run: number; triggers: readonly Trigger[] };

/**
 * Follows a term's failures in the order of its periods. `met` and `at_risk` end a run; `excused`, `pending` and
 * `no_data` neither extend nor end it. A trigger is raised when it becomes true, and again only after having been
 * false; `n_of_m` counts over the last m of the term's own periods, each `step` months long, this one included
 * (practice: "any 3 of the last 9 months", UK Model Services Agreement and US carrier agreements).
 */
export function followRepeats(): (
  period: Period,
  outcome: PeriodOutcome,
  repeat: SlaTerm['repeat'],
  step: number,
) => Repeat {
  let run = 0;
  const failures: Period[] = [];
  const holding: Record<Trigger, boolean> = { consecutive: false, n_of_m: false };
  return (period, outcome, repeat, step) => {
    if (outcome === 'met' || outcome === 'at_risk') run = 0;
    if (outcome === 'breached') {
      run += 1;
      failures.push(period);
    }
    const triggers: Trigger[] = [];
    const check = (trigger: Trigger, holds: boolean) => {
      if (holds && !holding[trigger]) triggers.push(trigger);
      holding[trigger] = holds;
    };
    if (repeat) {
      check('consecutive', repeat.consecutive !== null && run >= repeat.consecutive);
      check('n_of_m', repeat.n_of_m !== null && reaches(failures, repeat.n_of_m, period, step));
    } else {
      holding.consecutive = holding.n_of_m = false;
    }
    return {
      run: outcome === 'breached' ? run : 0,
      triggers: triggers.length === 0 ? NONE : triggers,
    };
  };
}

/** Whether the n-th last failure lies within the last m periods. */
function reaches(
  failures: readonly Period[],
  [n, m]: readonly [number, number],
  period: Period,
  step: number,
): boolean {
  const nthLast = failures[failures.length - n];
  return nthLast !== undefined && nthLast > period - m * step;
}
