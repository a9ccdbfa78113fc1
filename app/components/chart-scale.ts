import { monthOf, periodsBetween, yearOf, type Period } from '~/shared/period';

/** Every month from the first point's to the last's, each with its point where there is one. */
export function monthSlots<Point extends { period: Period }>(
  points: readonly Point[],
): { period: Period; point: Point | null }[] {
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const months = [...byPeriod.keys()];
  if (months.length === 0) return [];
  return periodsBetween(Math.min(...months), Math.max(...months)).map((period) => ({
    period,
    point: byPeriod.get(period) ?? null,
  }));
}

/** Where the middle of a month stands on an axis of some, as a share of it. */
export function slotMiddle(index: number, count: number): number {
  return (index + 0.5) / count;
}

/** A share as a length for a drawing. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

const EVERY_MONTHS = [1, 2, 3, 4, 6, 12] as const;

export type MonthTick = { period: Period; hasYear: boolean };

/**
 * The months to write under an axis with room for some: as many as fit at one distance, counted so that Januaries are
 * among them; of long spans some Januaries alone. The year stands wherever it is another than that of the tick before.
 */
export function monthTicks(periods: readonly Period[], room: number): MonthTick[] {
  const most = Math.max(2, room);
  const inStep = (months: number) =>
    periods.filter((period) => (yearOf(period) * 12 + monthOf(period) - 1) % months === 0);
  const fitting = EVERY_MONTHS.map(inStep).find((ticks) => ticks.length <= most);
  const years = Math.ceil(periods.length / 12 / most);
  const ticks = fitting ?? inStep(years * 12);
  return ticks.map((period, index) => {
    const before = ticks[index - 1];
    return { period, hasYear: before === undefined || yearOf(before) !== yearOf(period) };
  });
}

/** The values to write beside an axis, at round distances from below the least figure to above the most. */
export function valueTicks(values: readonly number[], isPercent: boolean): number[] {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || Math.abs(most) || 1;
  const step = roundStep(span / MOST_STEPS);
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  const ticks = Array.from({ length: Math.max(1, last - first) + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return isPercent && most <= 100 ? ticks.filter((tick) => tick <= 100) : ticks;
}

const MOST_STEPS = 5;

/** The next of 1, 2, 5, 10, 20 … or 0.5, 0.2, 0.1 … that is no smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}
