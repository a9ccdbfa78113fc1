import { sameNumber } from './ratio';
import type { Reading, StandingReading } from './reading';
import { readingKey } from './merge-readings';

type Figures = Pick<Reading, 'value' | 'numerator' | 'denominator' | 'sampleSize'>;
type Subject = Pick<Reading, 'period' | 'market' | 'service' | 'kpi'>;

/** One cell of a correction beside what stands. `left_out` stands and is not in the correction: it goes on standing. */
export type CellDifference =
  | (Subject & { kind: 'added'; before: null; after: Figures })
  | (Subject & { kind: 'changed'; before: Figures; after: Figures })
  | (Subject & { kind: 'left_out'; before: Figures; after: null });

export type ReportComparison = { differences: CellDifference[]; same: number };

/**
 * What a correction changes, cell by cell, in the order of month, market and KPI. Only months that the correction reports
 * are compared. Numbers that differ in nothing but their notation (`79.90`, `79.9`) are the same.
 */
export function compareReport(
  standing: Iterable<StandingReading>,
  correction: readonly Omit<StandingReading, 'source'>[],
): ReportComparison {
  const periods = new Set(correction.map((reading) => reading.period));
  const before = new Map<string, StandingReading>();
  for (const reading of standing)
    if (periods.has(reading.period)) before.set(readingKey({ ...reading, source: null }), reading);
  const differences: CellDifference[] = [];
  let same = 0;
  for (const reading of correction) {
    const key = readingKey({ ...reading, source: null });
    const old = before.get(key);
    before.delete(key);
    if (!old)
      differences.push({
        ...subjectOf(reading),
        kind: 'added',
        before: null,
        after: figuresOf(reading),
      });
    else if (isSame(old, reading)) same += 1;
    else
      differences.push({
        ...subjectOf(reading),
        kind: 'changed',
        before: figuresOf(old),
        after: figuresOf(reading),
      });
  }
  for (const old of before.values())
    differences.push({ ...subjectOf(old), kind: 'left_out', before: figuresOf(old), after: null });
  return { differences: differences.sort(bySubject), same };
}

function isSame(a: Figures, b: Figures): boolean {
  return (
    sameNumber(a.value, b.value) &&
    sameNumber(a.numerator, b.numerator) &&
    sameNumber(a.denominator, b.denominator) &&
    sameNumber(a.sampleSize, b.sampleSize)
  );
}

function subjectOf({ period, market, service, kpi }: Subject): Subject {
  return { period, market, service, kpi };
}

function figuresOf({ value, numerator, denominator, sampleSize }: Figures): Figures {
  return { value, numerator, denominator, sampleSize };
}

/** The vendor's total before its markets. */
function bySubject(a: Subject, b: Subject): number {
  return (
    a.period - b.period ||
    compareText(a.service ?? '', b.service ?? '') ||
    compareText(a.market ?? '', b.market ?? '') ||
    compareText(a.kpi, b.kpi)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
