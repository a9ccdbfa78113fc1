import { divide, fraction } from '~/shared/fraction';
import { shareOf } from '~/shared/money';

/** Outcomes that neither earn a bonus nor stand in its way. */
const NEUTRAL: readonly string[] = ['excused', 'no_data'];

/**
 * The bonus of a month in minor units: the agreed percent of the fee, half up, where at least one of its terms was met and
 * every other one was met, excused or without data. `at_risk` is not enough, as for earn-backs; 0 while one is pending.
 */
export function monthBonus(percent: string, feeMinor: number, outcomes: readonly string[]): number {
  const counted = outcomes.filter((outcome) => !NEUTRAL.includes(outcome));
  if (counted.length === 0 || counted.some((outcome) => outcome !== 'met')) return 0;
  return shareOf(feeMinor, divide(fraction(percent), fraction('100')));
}
