import { periodsBetween, type Period } from '~/shared/period';

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
