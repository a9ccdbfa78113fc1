import type { Period } from '~/shared/period';
import type { Reading, StandingReading } from './reading';

/** One month of a series. */
export type SeriesPoint = { period: Period; value: string | null; sampleSize: string | null };

/** The series that a reading continues: the same KPI, market and service in other months. */
export function seriesKey(reading: Pick<StandingReading, 'market' | 'service' | 'kpi'>): string {
  return `${reading.kpi}|${reading.market ?? ''}|${reading.service ?? ''}`;
}

/**
 * For each KPI, market and service of a report: its months in order, those that stand and, in their place or beside them,
 * those of the report. Series that the report does not touch are left out.
 */
export function seriesOf(
  readings: readonly Reading[],
  history: Iterable<StandingReading>,
): Map<string, SeriesPoint[]> {
  const series = new Map<string, SeriesPoint[]>();
  for (const reading of readings) {
    const key = seriesKey(reading);
    const months = series.get(key);
    if (!months) series.set(key, [reading]);
    else if (!addMonth(months, reading)) months[indexOfPeriod(months, reading.period)] = reading;
  }
  for (const standing of history) {
    const months = series.get(seriesKey(standing));
    if (months) addMonth(months, standing);
  }
  return series;
}

/** Puts a month into its place among others in order; says no where it is there already, and leaves that one. */
export function addMonth<Month extends { period: Period }>(months: Month[], month: Month): boolean {
  const at = indexOfPeriod(months, month.period);
  if (months[at]?.period === month.period) return false;
  months.splice(at, 0, month);
  return true;
}

/** Where the month stands among others in order, or where it would. */
export function indexOfPeriod(months: readonly { period: Period }[], period: Period): number {
  let low = 0;
  let high = months.length;
  if ((months[high - 1]?.period ?? -Infinity) < period) return high; // Most reports go from month to month.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((months[middle]?.period ?? 0) < period) low = middle + 1;
    else high = middle;
  }
  return low;
}
