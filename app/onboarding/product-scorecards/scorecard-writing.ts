import type { Criterion, Level, Words } from '../scorecard';

/** A text in both languages. */
export const say = (en: string, zh: string): Words => ({ en, zh });
/** No text: neither language has anything to say. */
const none = say('', '');

/** Levels from 1 upwards. */
export const rising = (...names: Words[]): Level[] =>
  names.map((name, index) => ({ points: String(index + 1), name }));

/** What a template says of a criterion; by default nothing knocks out and points are those of a level. */
export type Judged = {
  name: Words;
  weight: string;
  levels: Level[];
  guidance?: Words;
  evidence?: Words;
  knockOut?: string;
  free?: boolean;
};

/** The criteria of a dimension, with keys by their place in it: `price1`, `price2` … */
export function criteria(prefix: string, ...judged: Judged[]): Criterion[] {
  return judged.map(
    ({ knockOut = null, free = false, guidance = none, evidence = none, ...each }, index) => ({
      key: `${prefix}${index + 1}`,
      ...each,
      free,
      knockOut,
      guidance,
      evidence,
    }),
  );
}

/** Three levels of a measured figure, from the worst upwards, each at the figure for which it stands. */
export const measured = (
  low: Words,
  middle: Words,
  high: Words,
  [a, b, c]: [string, string, string],
) => [
  { points: a, name: low },
  { points: b, name: middle },
  { points: c, name: high },
];
