/** The axis of a chart: where it begins and ends, and the distance of its lines. */
export type ChartScale = { low: number; high: number; step: number };

const MOST_LINES = 5;

/**
 * An axis around its values, from a little below the least to a little above the most, so that misses are seen; never
 * below nought where no value is. Null without values.
 */
export function chartScale(values: readonly (string | null | undefined)[]): ChartScale | null {
  const known = values.flatMap((value) =>
    value === null || value === undefined ? [] : [Number(value)],
  );
  if (known.length === 0) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = most - least || Math.abs(most) || 1;
  const step = roundStep((span * 1.2) / MOST_LINES);
  const low = Math.floor((least - span * 0.1) / step) * step;
  return {
    low: tidy(least >= 0 ? Math.max(0, low) : low),
    high: tidy(Math.ceil((most + span * 0.05) / step) * step),
    step,
  };
}

/** The next of 1, 2, 5, 10, 20 … or 0.5, 0.2, 0.1 … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  return tidy(factor * power);
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
