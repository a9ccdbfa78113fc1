import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { field, readFields, requiredDate, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviewMoves, reviews } from '~db/schema/reviews';
import type { Store, Tx } from '~db/store.server';
import { findReview, type FoundReview } from './find-review.server';
import { instantAt } from './plan';
import { tellOfReview } from './review-letters.server';

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A new day and time by the clock of the meeting's zone, and why. */
const moveFields = z.object({
  date: requiredDate(),
  time: field((text) => {
    const match = TIME.exec(text);
    return match ? { value: { hour: Number(match[1]), minute: Number(match[2]) } } : timeMissing;
  }),
  reason: requiredText(400),
});
const timeMissing = { code: 'not_a_time' };

/** States in which the meeting is still to come. */
const TO_COME = ['planned', 'frozen'];

/**
 * Moves a meeting that is still to come, with a reason that stays beside it; whoever was invited is told. Refused: a time
 * gone by (`review_in_past`) and a meeting that began or was cancelled (`review_wrong_state`).
 */
export async function moveReview(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(moveFields, input);
  if (!read.ok) return read;
  const { date, time, reason } = read.value;
  return store.transact(async (tx) => {
    await tx.lockRow('reviews', 'id', reviewId);
    const found = await findReview(tx, act.scope, reviewId);
    if (!found) return refused('not_found');
    const { review } = found;
    if (!TO_COME.includes(review.state))
      return refused('review_wrong_state', { state: review.state });
    const toAt = instantAt(date, time.hour, review.timeZone, time.minute);
    if (toAt <= act.now.toISOString()) return refused('review_in_past', {}, 'date');
    if (toAt === review.meetsAt) return done();
    await keepMove(tx, act, found, { toAt, reason });
    return done();
  });
}

async function keepMove(
  tx: Tx,
  act: Act,
  found: FoundReview,
  { toAt, reason }: { toAt: string; reason: string },
): Promise<void> {
  const { id, meetsAt: fromAt, vendorId } = found.review;
  const movedAt = act.now.toISOString();
  const personId = personIdOf(act);
  await tx.insert(reviewMoves).values({ reviewId: id, fromAt, toAt, reason, personId, movedAt });
  await tx
    .update(reviews)
    .set({ meetsAt: toAt, calendarSequence: sql`${reviews.calendarSequence} + 1` })
    .where(eq(reviews.id, id));
  await record(tx, act, {
    action: 'review.moved',
    entity: 'review',
    entityId: id,
    vendorId,
    before: { meetsAt: fromAt },
    after: { meetsAt: toAt, reason },
  });
  const moved = { ...found, review: { ...found.review, meetsAt: toAt } };
  if (found.review.invitedAt !== null)
    await tellOfReview(tx, act, [moved], { template: 'reviewMoved', reason, key: movedAt });
}
