import { Decimal, roundedText } from '~/shared/decimal';
import type { Period } from '~/shared/period';

/** Months looked at on either side of the month in which the last action was done; that month itself tells nothing. */
export const EFFECT_MONTHS = 3;
/** Decimals to which a mean is kept. */
const PLACES = 12;

export type ActionEffect = {
  /** Means of the months before and after; null where a side has no figure. */
  before: string | null;
  after: string | null;
  /** After less before. */
  change: string | null;
  /** Whether the change is the one that was wanted; null while nothing can be said, or nothing changed. */
  better: boolean | null;
};

/**
 * What actions did to a KPI: the plain mean of its three months before the month in which they were done, against that of
 * the three months after. It shows what followed, not that it followed from them.
 */
export function actionEffect(
  months: readonly { period: Period; measured: string | null }[],
  doneIn: Period,
  better: 'higher' | 'lower',
): ActionEffect {
  const before = meanOf(months, doneIn - EFFECT_MONTHS, doneIn - 1);
  const after = meanOf(months, doneIn + 1, doneIn + EFFECT_MONTHS);
  const change = before && after ? after.minus(before) : null;
  const isBetter = change && (better === 'higher' ? change.gt(0) : change.lt(0));
  return {
    before: before && roundedText(before, PLACES),
    after: after && roundedText(after, PLACES),
    change: change && roundedText(change, PLACES),
    better: !change || change.isZero() ? null : isBetter,
  };
}

function meanOf(
  months: readonly { period: Period; measured: string | null }[],
  from: Period,
  to: Period,
): Decimal | null {
  const values = months.flatMap(({ period, measured }) =>
    period >= from && period <= to && measured !== null ? [new Decimal(measured)] : [],
  );
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum.plus(value)).dividedBy(values.length);
}
