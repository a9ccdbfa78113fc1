import { Decimal } from '~/shared/decimal';
import type { Words } from './scorecard';

/** How many vendors stand side by side at most. */
export const MOST_COMPARED = 6;

/** What a concluded assessment came to, by dimension; null where a dimension was not answered. */
export type Compared = {
  id: number;
  vendor: string;
  scorecardId: number;
  total: string;
  dimensions: readonly { key: string; name: Words; score: string | null }[];
};

export type ComparedRow = {
  key: string;
  /** Null for the total. */
  name: Words | null;
  scores: (string | null)[];
  /** Who has the highest score, where they differ. */
  best: number[];
  /** The highest less the lowest; null where fewer than two have a score. */
  gap: string | null;
};

/**
 * Assessments side by side: a row for each dimension and one for the total, the highest and the gap marked. Of assessments
 * made with different templates only the totals compare.
 */
export function compareResults(compared: readonly Compared[]) {
  const isMixed = new Set(compared.map(({ scorecardId }) => scorecardId)).size > 1;
  const [first] = compared;
  const dimensions = isMixed ? [] : (first?.dimensions ?? []);
  const rows = [
    ...dimensions.map(({ key, name }) =>
      rowOf(
        key,
        name,
        compared.map((each) => each.dimensions.find((one) => one.key === key)?.score ?? null),
      ),
    ),
    rowOf(
      'total',
      null,
      compared.map(({ total }) => total),
    ),
  ];
  return { firms: compared.map(({ id, vendor, total }) => ({ id, vendor, total })), rows, isMixed };
}

function rowOf(key: string, name: Words | null, scores: (string | null)[]): ComparedRow {
  const known = scores.flatMap((score) => (score === null ? [] : [new Decimal(score)]));
  if (known.length < 2) return { key, name, scores, best: [], gap: null };
  const [high, low] = [Decimal.max(...known), Decimal.min(...known)];
  const isTop = (score: string | null) => score !== null && high.eq(score);
  const best = high.eq(low) ? [] : scores.flatMap((score, index) => (isTop(score) ? [index] : []));
  return { key, name, scores, best, gap: high.minus(low).toFixed() };
}
