import { periodsBetween, type Period } from '~/shared/period';

/** A linear scale with round ticks over everything that the chart must show. */
export type Scale = { min: number; max: number; ticks: number[]; digits: number };

/** Four or five round steps around the values; never below 0 where no value is, nor above 100 for a percentage. */
export function roundScale(values: readonly number[], isPercent: boolean): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low || Math.abs(high) || 1) * 0.08;
  const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const ceiling = isPercent && high <= 100 ? Math.min(100, high + margin) : high + margin;
  const step = roundStep((ceiling - floor) / 4);
  const min = Math.floor(floor / step + 1e-9) * step;
  const max = Math.ceil(ceiling / step - 1e-9) * step;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => min + index * step);
  return { min, max, ticks, digits };
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

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

/** The line as a path that breaks off wherever a month has no value, never passing through zero. */
export function brokenPath(coordinates: readonly ({ x: number; y: number } | null)[]): string {
  let isDrawing = false;
  return coordinates
    .flatMap((point) => {
      if (!point) {
        isDrawing = false;
        return [];
      }
      const command = isDrawing ? 'L' : 'M';
      isDrawing = true;
      return [`${command}${point.x.toFixed(1)} ${point.y.toFixed(1)}`];
    })
    .join('');
}
