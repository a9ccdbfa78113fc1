import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviews } from '~db/schema/reviews';
import type { Store, Tx } from '~db/store.server';
import type { FoundReview } from './find-review.server';
import { loadReview, recordReview } from './load-review.server';
import { mailLeader } from './review-mail.server';

/** Ends the meeting: the draft of its record is there at once, and its leader is told to read it and send it out. */
export async function closeMeeting(store: Store, act: Act, reviewId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (found.review.state !== 'meeting') return refused('review_not_open');
    await endMeeting(tx, act, found);
    return done();
  });
}

/** The same within the transaction of whoever ends it: a person, or the job where it was left open. */
export async function endMeeting(tx: Tx, act: Act, found: FoundReview): Promise<void> {
  const heldAt = act.now.toISOString();
  await tx.update(reviews).set({ state: 'held', heldAt }).where(eq(reviews.id, found.review.id));
  await recordReview(tx, act, found, { action: 'review.held', after: { heldAt } });
  await mailLeader(tx, act, found, { template: 'reviewDraft' });
}
