import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { loadReview, recordReview } from './load-review.server';

/** Begins the meeting of a review whose pack is frozen; its clock runs from now. */
export async function openMeeting(store: Store, act: Act, reviewId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (found.review.state === 'meeting') return done();
    if (found.review.state !== 'frozen') return refused('review_not_frozen');
    const openedAt = act.now.toISOString();
    await tx.update(reviews).set({ state: 'meeting', openedAt }).where(eq(reviews.id, reviewId));
    await recordReview(tx, act, found, { action: 'review.opened', after: { openedAt } });
    return done();
  });
}
