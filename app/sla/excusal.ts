import type { Period } from '~/shared/period';

/** Why a failure does not count: nobody could have prevented it, we caused it, or it was planned together. */
export const excusalKinds = ['force_majeure', 'customer_fault', 'planned_maintenance'] as const;
export type ExcusalKind = (typeof excusalKinds)[number];

export type Span = { first: Period; last: Period };

/** Overlapping and adjoining spans of months as few spans as cover them. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { first, last } of [...spans].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else joined.push({ first, last });
  }
  return joined;
}
