import { and, eq, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviewItems } from '~db/schema/review-records';
import type { Store } from '~db/store.server';
import { daysOf, loadReview, recordReview, sideOf } from './load-review.server';
import { mayContribute } from './record';
import { itemFields } from './record-fields';

/** Puts something of a side's own on the table: an item to talk about, or a suggestion for improvement. */
export async function addItem(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(itemFields, input);
  if (!read.ok) return read;
  const side = sideOf(act);
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    const days = daysOf(found, act.now);
    if (!mayContribute(side, days))
      return refused('review_comments_over', { until: days.commentsUntil });
    await tx.insert(reviewItems).values({
      reviewId,
      side,
      ...read.value,
      personId: personIdOf(act),
      writtenAt: act.now.toISOString(),
    });
    await recordReview(tx, act, found, { action: 'review.item_added', after: read.value });
    return done();
  });
}

/** Takes an item off the table again, while items can still be brought; each side its own. */
export async function withdrawItem(
  store: Store,
  act: Act,
  { reviewId, itemId }: { reviewId: number; itemId: number },
): Promise<Outcome> {
  const side = sideOf(act);
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    const own = and(
      eq(reviewItems.id, itemId),
      eq(reviewItems.reviewId, reviewId),
      eq(reviewItems.side, side),
      isNull(reviewItems.withdrawnAt),
    );
    const [item] = await tx.select().from(reviewItems).where(own);
    if (!item) return refused('not_found');
    const days = daysOf(found, act.now);
    if (!mayContribute(side, days))
      return refused('review_comments_over', { until: days.commentsUntil });
    await tx.update(reviewItems).set({ withdrawnAt: act.now.toISOString() }).where(own);
    await recordReview(tx, act, found, {
      action: 'review.item_withdrawn',
      before: { kind: item.kind, title: item.title },
    });
    return done();
  });
}
