/*
 * Outliers by the modified z-score: 0.6745 × |x − median| ÷ MAD, where MAD is the median absolute deviation; above 3.5 a
 * value is far from the rest (Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993).
 */
const CONSISTENCY = 0.6745;
const THRESHOLD = 3.5;
/** Below this share of the median a deviation is never far, however quiet the history. */
const QUIETEST_SHARE = 0.01;

export type Outlier = { median: number; low: number; high: number };

/** The usual range that `value` lies outside of, or null while it lies inside. `smallest` is the least MAD assumed. */
export function findOutlier(
  value: number,
  history: readonly number[],
  smallest: number,
): Outlier | null {
  const median = medianOf([...history]);
  const deviation = medianOf(history.map((past) => Math.abs(past - median)));
  const mad = Math.max(deviation, smallest, Math.abs(median) * QUIETEST_SHARE);
  if (mad === 0 || (CONSISTENCY * Math.abs(value - median)) / mad <= THRESHOLD) return null;
  const reach = (THRESHOLD * mad) / CONSISTENCY;
  return { median, low: median - reach, high: median + reach };
}

/** The middle of the numbers, or the mean of the two in the middle; 0 of none. Puts them in order. */
function medianOf(numbers: number[]): number {
  order(numbers);
  const middle = numbers.length >> 1;
  const upper = numbers[middle] ?? 0;
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] ?? 0) + upper) / 2;
}

/** Each number goes in among those before it: of two dozen, which are asked for each reading, nothing is as quick. */
function order(numbers: number[]): void {
  for (let next = 1; next < numbers.length; next += 1) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at -= 1) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}
