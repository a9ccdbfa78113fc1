import type { SlaTerm } from '~/contracts/sla-term';
import { compare, fraction, type Fraction } from '~/shared/fraction';
import { type Period, periodsBetween } from '~/shared/period';
import { aggregate, monthValue, readingsByMonth, type TermReading } from '~/sla/measure';
import { meetsTarget } from './performance';
import type { MarketValue } from './proposal-scope';

export type PlacedReading = TermReading & { marketId: number };

/**
 * A vendor's own values by market over the window of a term that was missed, measured as the term measures: its service,
 * its sources, its aggregate. A market with fewer observations than the term's minimum has none.
 */
export function marketValues(
  term: SlaTerm,
  percent: boolean,
  period: Period,
  readings: readonly PlacedReading[],
): MarketValue<Fraction>[] {
  const months = periodsBetween(period - term.window.months + 1, period);
  const codes = new Map(
    readings.flatMap(({ market, marketId }) => (market === null ? [] : [[market, marketId]])),
  );
  return [...codes].map(([market, marketId]) => {
    const scope = { service: term.scope.service, market };
    const byMonth = readingsByMonth({ sources: term.sources, scope }, readings);
    const values = months.flatMap((month) => {
      const reading = byMonth.get(month);
      return reading ? [monthValue(reading, percent)] : [];
    });
    const { value, sample } = aggregate(values, term, percent);
    const isTooSmall =
      term.min_sample !== null && sample !== null && compare(sample, fraction(term.min_sample)) < 0;
    return { marketId, value: isTooSmall ? null : value };
  });
}

/** Whether a market's value meets the term. */
export function meetsTerm(term: SlaTerm): (value: Fraction) => boolean {
  const { operator, target, round_to } = term;
  return (value) => meetsTarget(value, { operator, target, roundTo: round_to });
}
