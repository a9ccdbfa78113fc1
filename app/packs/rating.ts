import { Decimal } from '~/shared/decimal';
import type { PackRating } from './section';

/**
 * From which attainment, in percent of the target and 0 to 100, a quarter is rated how; below the last it is inadequate.
 * The four words are those in which the UK Cabinet Office publishes how the suppliers of its most important contracts do
 * against their KPIs: at target, close to it, below it, far below it. It draws no lines between them; ours are a setting.
 */
export type RatingBands = { approaching: number; improve: number };
export const usualRatingBands: RatingBands = { approaching: 98, improve: 95 };

/** A month's outcome of a term, as far as its attainment asks. */
export type RatedMonth = {
  outcome: 'pending' | 'met' | 'at_risk' | 'breached' | 'no_data' | 'excused';
  measured: string | null;
  target: string;
  direction: 'higher' | 'lower';
  /** Of the KPI: a share (`%`) is rated otherwise than an amount where less is better. */
  unit: string;
};

const ALL = new Decimal(100);

/**
 * How much of its target a month reached, in percent from 0 to 100: measured by target where more is better. Where less
 * is better a share counts by what went right: 4 % cancelled where 2 % may be is 96 of 98 promised; any other amount
 * counts as target by measured. A month that met its term reached all of it; a failure without a value reached nothing;
 * a month that is excused, pending or without data does not count (null).
 */
export function attainment({ outcome, measured, ...month }: RatedMonth): Decimal | null {
  if (outcome === 'met' || outcome === 'at_risk') return ALL;
  if (outcome !== 'breached') return null;
  if (measured === null) return new Decimal(0);
  const [part, whole] = reachedOf(new Decimal(measured), new Decimal(month.target), month);
  if (whole.lte(0) || part.lte(0)) return new Decimal(0);
  return Decimal.min(part.div(whole).times(ALL), ALL);
}

function reachedOf(
  value: Decimal,
  goal: Decimal,
  { direction, unit }: Pick<RatedMonth, 'direction' | 'unit'>,
): [part: Decimal, whole: Decimal] {
  if (direction === 'higher') return [value, goal];
  const isShare = unit === '%' && goal.lt(ALL);
  return isShare ? [ALL.minus(value), ALL.minus(goal)] : [goal, value];
}

/** The mean attainment of the months that count; null where none does. */
export function meanAttainment(months: readonly RatedMonth[]): Decimal | null {
  const known = months.flatMap((month) => attainment(month) ?? []);
  if (known.length === 0) return null;
  return known.reduce((sum, one) => sum.plus(one), new Decimal(0)).div(known.length);
}

/**
 * The rating in words of a quarter's months. Good is every month that counts met, whatever the bands; else the mean
 * attainment decides. Null where nothing counts.
 */
export function ratingOf(months: readonly RatedMonth[], bands: RatingBands): PackRating | null {
  const mean = meanAttainment(months);
  if (mean === null) return null;
  return months.some(({ outcome }) => outcome === 'breached') ? wordFor(mean, bands) : 'good';
}

/** The vendor's rating over its KPIs: the mean of their attainments, each counted once; good only where all are. */
export function overallRating(
  byKpi: readonly (readonly RatedMonth[])[],
  bands: RatingBands,
): PackRating | null {
  const means = byKpi.flatMap((months) => meanAttainment(months) ?? []);
  if (means.length === 0) return null;
  const isGood = byKpi.flat().every(({ outcome }) => outcome !== 'breached');
  const sum = means.reduce((total, mean) => total.plus(mean), new Decimal(0));
  return isGood ? 'good' : wordFor(sum.div(means.length), bands);
}

/** The worse rating comes later; null is before all. */
export function isWorse(rating: PackRating | null, than: PackRating | null): boolean {
  const order = ['good', 'approaching', 'improve', 'inadequate'];
  return rating !== null && than !== null && order.indexOf(rating) > order.indexOf(than);
}

function wordFor(mean: Decimal, { approaching, improve }: RatingBands): PackRating {
  if (mean.gte(approaching)) return 'approaching';
  return mean.gte(improve) ? 'improve' : 'inadequate';
}
