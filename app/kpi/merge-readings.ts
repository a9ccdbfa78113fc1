import type { FindingsCollector } from './finding';
import { sameNumber } from './ratio';
import type { KpiDefinition, Reading } from './reading';
import { addMonth, indexOfPeriod, seriesKey } from './series';

/** What a reading is about: two readings of one report with the same key state the same thing twice. */
export function readingKey(
  reading: Pick<Reading, 'period' | 'market' | 'service' | 'kpi'> & { source?: Reading['source'] },
): string {
  return `${reading.period}|${reading.kpi}|${reading.market ?? ''}|${reading.service ?? ''}|${reading.source ?? ''}`;
}

/**
 * One reading per key: repeats that state the same are merged, repeats that differ are errors. Then sample sizes that the
 * report does not state are taken from the KPI that counts the sample, for the same month, market and service.
 */
export function mergeReadings(
  readings: readonly Reading[],
  kpis: readonly KpiDefinition[],
  sheets: readonly { name: string | null; headings: readonly string[] }[],
  findings: FindingsCollector,
): { list: Reading[]; merged: number } {
  const known: Known = new Map();
  const list: Reading[] = [];
  for (const reading of readings) {
    const first = firstOf(known, reading);
    if (first === reading) list.push(reading);
    else if (agree(first, reading)) complete(first, reading);
    else reportDifference(first, reading, sheets, findings);
  }
  fillSamples(list, known, kpis);
  return { list, merged: readings.length - list.length };
}

/** Readings by series and source, in the order of their months: a key for each reading would weigh as much as the reading. */
type Known = Map<string, Reading[]>;

function monthsKey(reading: Reading): string {
  return `${seriesKey(reading)}|${reading.source ?? ''}`;
}

/** The reading that stated the same first, or this one, which is known from now on. */
function firstOf(known: Known, reading: Reading): Reading {
  const key = monthsKey(reading);
  const months = known.get(key);
  if (!months) known.set(key, [reading]);
  else if (!addMonth(months, reading))
    return months[indexOfPeriod(months, reading.period)] ?? reading;
  return reading;
}

function agree(first: Reading, second: Reading): boolean {
  const compatible = (a: string | null, b: string | null) =>
    a === null || b === null || sameNumber(a, b);
  return (
    sameNumber(first.value, second.value) &&
    compatible(first.numerator, second.numerator) &&
    compatible(first.denominator, second.denominator) &&
    compatible(first.sampleSize, second.sampleSize)
  );
}

function complete(first: Reading, second: Reading): void {
  first.numerator ??= second.numerator;
  first.denominator ??= second.denominator;
  first.note ??= second.note;
  if (first.sampleSize === null) {
    first.sampleSize = second.sampleSize;
    first.sampleFrom = second.sampleFrom;
  }
}

function reportDifference(
  first: Reading,
  second: Reading,
  sheets: readonly { name: string | null; headings: readonly string[] }[],
  findings: FindingsCollector,
): void {
  const sheet = sheets[second.sheet];
  findings.add('error', 'duplicate_differs', {
    sheet: sheet?.name ?? null,
    row: second.row,
    column: second.column + 1,
    columnName: sheet?.headings[second.column] ?? null,
    period: second.period,
    market: second.market,
    service: second.service,
    kpi: second.kpi,
    value: second.value ?? '',
    params: {
      other: first.value ?? '–',
      otherRow: first.row,
      otherSheet: sheets[first.sheet]?.name ?? '',
    },
  });
}

function fillSamples(list: readonly Reading[], known: Known, kpis: readonly KpiDefinition[]): void {
  const sampleKpi = new Map(
    kpis.flatMap((kpi) => (kpi.sampleKpi ? [[kpi.code, kpi.sampleKpi]] : [])),
  );
  if (sampleKpi.size === 0) return;
  for (const reading of list) {
    const counter = reading.sampleSize === null ? sampleKpi.get(reading.kpi) : undefined;
    if (counter === undefined) continue;
    const months = known.get(monthsKey({ ...reading, kpi: counter })) ?? [];
    const counted = months[indexOfPeriod(months, reading.period)];
    if (counted?.period !== reading.period || counted.value === null) continue;
    reading.sampleSize = counted.value;
    reading.sampleFrom = 'sample_kpi';
  }
}
