import type { ReadingSource } from '~/contracts/sla-vocabulary';
import type { SlaTerm } from '~/contracts/sla-term';
import type { Period } from '~/shared/period';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  whole,
  ZERO,
} from '~/shared/fraction';

/**
 * One reading of a term's KPI for one month, decimals as plain decimal text. Without a value (an empty cell, a
 * denominator of 0) it is a report that came and says nothing.
 */
export type TermReading = {
  period: Period;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  sampleSize: string | null;
  service: string | null;
  market: string | null;
  source: string;
};

/** A reading as the engine counts with it. `ratio` is there where it was reported as numerator and denominator. */
export type MonthValue = {
  value: Fraction | null;
  ratio: { numerator: Fraction; denominator: Fraction } | null;
  sample: Fraction | null;
};

/** What a window measured. `sample` is null where a month's sample is unknown, `pooled` where values were averaged. */
export type Measured = {
  value: Fraction | null;
  sample: Fraction | null;
  pooled: { numerator: Fraction; denominator: Fraction } | null;
};

/**
 * The readings that a term uses, by month from `first` on: of its exact scope, and of the source that it believes most
 * among those that reported the month. Sources that it does not list are not used.
 */
export function readingsByMonth(
  term: Pick<SlaTerm, 'scope' | 'sources'>,
  readings: readonly TermReading[],
): ReadonlyMap<Period, TermReading> {
  const chosen = new Map<Period, TermReading>();
  const rank = new Map<string, number>(
    term.sources.map((source: ReadingSource, at) => [source, at]),
  );
  for (const reading of readings) {
    const rankOfThis = rank.get(reading.source);
    if (rankOfThis === undefined) continue;
    if (reading.service !== term.scope.service || reading.market !== term.scope.market) continue;
    const before = chosen.get(reading.period);
    if (before && (rank.get(before.source) ?? 0) <= rankOfThis) continue;
    chosen.set(reading.period, reading);
  }
  return chosen;
}

/** The value of a reading, from numerator and denominator where it has both; a percentage is 100 times the quotient. */
export function monthValue(reading: TermReading, percent: boolean): MonthValue {
  const denominator = reading.denominator === null ? null : fraction(reading.denominator);
  const sample = reading.sampleSize === null ? denominator : fraction(reading.sampleSize);
  if (reading.numerator === null || denominator === null) {
    return { value: reading.value === null ? null : fraction(reading.value), ratio: null, sample };
  }
  const ratio = { numerator: fraction(reading.numerator), denominator };
  return { value: quotient(ratio.numerator, denominator, percent), ratio, sample };
}

/**
 * The value of a window from its months in order; months without a value are left out. A weighted mean pools
 * numerators and denominators where all months have them, and is the plain mean where a sample is unknown.
 */
export function aggregate(
  months: readonly MonthValue[],
  term: SlaTerm,
  percent: boolean,
): Measured {
  const [only] = months;
  if (only && months.length === 1) return aggregateOne(only, term);
  const valued = months.filter((month) => month.value !== null);
  const values = valued.flatMap((month) => month.value ?? []);
  const last = values.at(-1);
  if (!last) return { value: null, sample: null, pooled: null };
  const sample = sumOrNull(valued.map((month) => month.sample));
  const plain = (value: Fraction | null): Measured => ({ value, sample, pooled: null });
  switch (term.aggregate) {
    case 'weighted_mean':
      return weightedMean(valued, values, sample, percent);
    case 'mean':
      return plain(mean(values));
    case 'sum':
      return plain(values.reduce(add, ZERO));
    case 'min':
      return plain(
        values.reduce((least, value) => (compare(value, least) < 0 ? value : least), last),
      );
    case 'max':
      return plain(values.reduce((most, value) => (compare(value, most) > 0 ? value : most), last));
    case 'last':
      return plain(last);
  }
}

/** A window of one month: every aggregate is the month's own value. */
function aggregateOne(month: MonthValue, term: SlaTerm): Measured {
  if (!month.value) return { value: null, sample: null, pooled: null };
  const { value, ratio, sample } = month;
  if (term.aggregate !== 'weighted_mean') return { value, sample, pooled: null };
  if (ratio) return { value, sample, pooled: ratio };
  return { value: sample && isZero(sample) ? null : value, sample, pooled: null };
}

function weightedMean(
  valued: readonly MonthValue[],
  values: readonly Fraction[],
  sample: Fraction | null,
  percent: boolean,
): Measured {
  const ratios = valued.flatMap((month) => month.ratio ?? []);
  if (ratios.length === valued.length) {
    const numerator = ratios.reduce((sum, ratio) => add(sum, ratio.numerator), ZERO);
    const denominator = ratios.reduce((sum, ratio) => add(sum, ratio.denominator), ZERO);
    return {
      value: quotient(numerator, denominator, percent),
      sample,
      pooled: { numerator, denominator },
    };
  }
  if (!sample) return { value: mean(values), sample, pooled: null };
  // Months that observed nothing weigh nothing; where none observed anything there is no value.
  if (isZero(sample)) return { value: null, sample, pooled: null };
  const weighted = valued.reduce(
    (sum, month) => add(sum, multiply(month.value ?? ZERO, month.sample ?? ZERO)),
    ZERO,
  );
  return { value: divide(weighted, sample), sample, pooled: null };
}

function quotient(numerator: Fraction, denominator: Fraction, percent: boolean): Fraction | null {
  if (isZero(denominator)) return null;
  return divide(percent ? multiply(numerator, whole(100)) : numerator, denominator);
}

function mean(values: readonly Fraction[]): Fraction {
  return divide(values.reduce(add, ZERO), whole(values.length));
}

function sumOrNull(parts: readonly (Fraction | null)[]): Fraction | null {
  let sum: Fraction = ZERO;
  for (const part of parts) {
    if (!part) return null;
    sum = add(sum, part);
  }
  return sum;
}
