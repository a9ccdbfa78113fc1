import type { Period } from '~/shared/period';
import { seriesKey } from './merge-readings';
import type { Reading, StandingReading } from './reading';

/** One month of a series. */
export type SeriesPoint = { period: Period; value: string | null; sampleSize: string | null };

/**
 * For each KPI, market and service of a report: its months in order, those that stand and, in their place or beside them,
 * those of the report. Series that the report does not touch are left out.
 */
export function seriesOf(
  readings: readonly Reading[],
  history: Iterable<StandingReading>,
): Map<string, SeriesPoint[]> {
  const reported = new Map<string, Map<Period, SeriesPoint>>();
  for (const reading of readings) {
    const key = seriesKey(reading);
    const months = reported.get(key) ?? new Map<Period, SeriesPoint>();
    months.set(reading.period, reading);
    reported.set(key, months);
  }
  for (const standing of history) {
    const months = reported.get(seriesKey(standing));
    if (months && !months.has(standing.period)) months.set(standing.period, standing);
  }
  const series = new Map<string, SeriesPoint[]>();
  for (const [key, months] of reported)
    series.set(
      key,
      [...months.values()].sort((a, b) => a.period - b.period),
    );
  return series;
}

/** Where the month stands in its series. */
export function indexOfPeriod(series: readonly SeriesPoint[], period: Period): number {
  let low = 0;
  let high = series.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.period ?? 0) < period) low = middle + 1;
    else high = middle;
  }
  return low;
}
