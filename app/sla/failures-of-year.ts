import type { Period } from '~/shared/period';
import type { PeriodOutcome } from './evaluation';

/** A map of outcomes looks at so many months at once. */
export const MONTHS_OF_MAP = 12;

/** From the first to the last of these months, the twelve months that end with each hold so many failures. */
export type FailureSpan = { firstPeriod: Period; lastPeriod: Period; failures: number };

/**
 * The failures in the twelve months that end with each month, from the first evaluated month on; the last month's failures
 * count for eleven more. Months that follow one another with the same number are one span.
 */
export function failuresOfYears(
  evaluated: readonly { period: Period; outcome: PeriodOutcome }[],
): FailureSpan[] {
  const failed = new Map<Period, number>();
  let [first, last] = [Infinity, -Infinity];
  for (const { period, outcome } of evaluated) {
    first = Math.min(first, period);
    last = Math.max(last, period);
    if (outcome === 'breached') failed.set(period, (failed.get(period) ?? 0) + 1);
  }
  const spans: FailureSpan[] = [];
  let failures = 0;
  for (let until = first; until <= last + MONTHS_OF_MAP - 1; until += 1) {
    failures += (failed.get(until) ?? 0) - (failed.get(until - MONTHS_OF_MAP) ?? 0);
    const span = spans.at(-1);
    if (span?.failures === failures) span.lastPeriod = until;
    else spans.push({ firstPeriod: until, lastPeriod: until, failures });
  }
  return spans;
}
