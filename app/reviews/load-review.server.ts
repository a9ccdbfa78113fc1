import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { localDate } from '~/shared/calendar';
import type { Tx } from '~db/store.server';
import { findReview, type FoundReview } from './find-review.server';
import { commentsUntil } from './plan';
import type { Side } from './record';

/** The review, locked for a change; null where it is not there or out of scope. */
export async function loadReview(tx: Tx, act: Act, reviewId: number): Promise<FoundReview | null> {
  await tx.lockRow('reviews', 'id', reviewId);
  return findReview(tx, act.scope, reviewId);
}

export function sideOf({ scope }: Pick<Act, 'scope'>): Side {
  return scope.kind === 'vendor' ? 'vendor' : 'ours';
}

/** Its state and days, as the rules of contributing ask for them. */
export function daysOf({ review }: FoundReview, now: Date) {
  return {
    state: review.state,
    commentsUntil: commentsUntil(review),
    today: localDate(now, review.timeZone),
  };
}

/** The audit entry of a change of a review. */
export async function recordReview(
  tx: Tx,
  act: Act,
  { review }: FoundReview,
  change: { action: string; before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  await record(tx, act, {
    ...change,
    entity: 'review',
    entityId: review.id,
    vendorId: review.vendorId,
  });
}
