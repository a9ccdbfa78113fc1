import { Decimal, roundedText } from '~/shared/decimal';
import { formatPeriod } from '~/shared/period';
import type { Finding, FindingCode } from './finding';
import { findOutlier } from './outlier';
import { isPercentage, type KpiDefinition, type Reading } from './reading';
import { indexOfPeriod, type SeriesPoint } from './series';

/** Reports a warning on one reading. */
export type WarnReading = (
  code: FindingCode,
  params: Finding['params'],
  value?: string | null,
) => void;

/** How many earlier months are looked at, and how many it takes before a value can be called unusual. */
const MONTHS_COMPARED = 24;
const FEWEST_MONTHS = 6;
/** The least deviation assumed for a percentage, in points. */
const QUIETEST_PERCENTAGE = 0.1;
/** A sample is said to have changed when it halves or doubles. */
const SAMPLE_FACTOR = 2;
/** Smaller samples vary by chance: neither their values nor their sizes are remarkable. */
const SMALLEST_SAMPLE = 30;
/** Values with fewer digits repeat by chance. */
const FEWEST_DIGITS = 3;

/**
 * What is remarkable in a reading beside the vendor's other months: far from its usual range, a sample halved or doubled,
 * the last month's value again to the last digit.
 */
export function checkHistory(
  reading: Reading,
  kpi: KpiDefinition,
  series: readonly SeriesPoint[],
  countsSamples: boolean,
  warn: WarnReading,
): void {
  const index = indexOfPeriod(series, reading.period);
  const previous = series[index - 1];
  warnFarFromHistory(reading, kpi, valuesBefore(series, index), warn);
  if (previous && previous.period === reading.period - 1) {
    warnRepeated(reading, previous, warn);
    warnSampleChanged(reading, previous, countsSamples, warn);
  }
}

/** The values of the months before, as plain numbers: whether one is unusual needs no exact decimals. */
function valuesBefore(series: readonly SeriesPoint[], index: number): number[] {
  const values: number[] = [];
  for (let at = Math.max(0, index - MONTHS_COMPARED); at < index; at += 1) {
    const value = series[at]?.value ?? null;
    if (value !== null) values.push(Number(value));
  }
  return values;
}

function warnFarFromHistory(
  reading: Reading,
  kpi: KpiDefinition,
  past: readonly number[],
  warn: WarnReading,
): void {
  if (reading.value === null || past.length < FEWEST_MONTHS) return;
  if (reading.sampleSize !== null && Number(reading.sampleSize) < SMALLEST_SAMPLE) return;
  const smallest = isPercentage(kpi) ? QUIETEST_PERCENTAGE : 0;
  const outlier = findOutlier(Number(reading.value), past, smallest);
  if (!outlier) return;
  warn('far_from_history', {
    months: past.length,
    median: shown(outlier.median),
    low: shown(within(kpi, outlier.low)),
    high: shown(within(kpi, outlier.high)),
  });
}

function warnRepeated(reading: Reading, previous: SeriesPoint, warn: WarnReading): void {
  const { value } = reading;
  if (value === null || value !== previous.value) return;
  const digits = value.replace(/\D/g, '').replace(/^0+|0+$/g, '');
  if (digits.length >= FEWEST_DIGITS)
    warn('value_repeated', { month: formatPeriod(previous.period) });
}

/** A KPI that counts other KPIs' samples speaks for them, so that one change is one warning. */
function warnSampleChanged(
  reading: Reading,
  previous: SeriesPoint,
  countsSamples: boolean,
  warn: WarnReading,
): void {
  if (reading.sampleFrom === 'sample_kpi') return;
  const now = countsSamples ? reading.value : reading.sampleSize;
  const before = countsSamples ? previous.value : previous.sampleSize;
  if (now === null || before === null) return;
  const [less, more] = [Number(now), Number(before)].sort((a, b) => a - b);
  if (less === undefined || more === undefined || more < SMALLEST_SAMPLE) return;
  if (less * SAMPLE_FACTOR > more) return;
  warn('sample_changed', { before, month: formatPeriod(previous.period) }, now);
}

function within(kpi: KpiDefinition, value: number): number {
  const lowest = kpi.min === null ? value : Math.max(value, Number(kpi.min));
  return kpi.max === null ? lowest : Math.min(lowest, Number(kpi.max));
}

function shown(value: number): string {
  return roundedText(new Decimal(value), 2);
}
