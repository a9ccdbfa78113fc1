import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { plainQuarter } from '~/packs/quarter';
import { readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { findReview } from './find-review.server';
import { tellOfReview } from './review-letters.server';

const cancelFields = z.object({ reason: requiredText(400) });

/** States in which the meeting is still to come. */
const TO_COME = ['planned', 'frozen'];

/** Cancels a meeting that is still to come, with a reason; whoever was invited is told, and the quarter is not planned anew. */
export async function cancelReview(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(cancelFields, input);
  if (!read.ok) return read;
  const { reason } = read.value;
  return store.transact(async (tx) => {
    await tx.lockRow('reviews', 'id', reviewId);
    const found = await findReview(tx, act.scope, reviewId);
    if (!found) return refused('not_found');
    const { review } = found;
    if (!TO_COME.includes(review.state))
      return refused('review_wrong_state', { state: review.state });
    const cancelledAt = act.now.toISOString();
    await tx
      .update(reviews)
      .set({
        state: 'cancelled',
        cancelledAt,
        cancelReason: reason,
        calendarSequence: sql`${reviews.calendarSequence} + 1`,
      })
      .where(eq(reviews.id, reviewId));
    await record(tx, act, {
      action: 'review.cancelled',
      entity: 'review',
      entityId: reviewId,
      vendorId: review.vendorId,
      before: { state: review.state },
      after: { quarter: plainQuarter(review.quarter), reason },
    });
    if (review.invitedAt !== null)
      await tellOfReview(tx, act, [found], { template: 'reviewCancelled', reason, key: 'once' });
    return done();
  });
}
