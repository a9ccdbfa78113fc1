import type { Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import { findReview } from '~/reviews/find-review.server';
import { mayFreeze } from '~/reviews/freeze-pack.server';
import type { Outcome } from '~/shared/outcome';
import { done, refused } from '~/shared/outcome';
import { queueWork } from './queue-work.server';

/** Has a worker freeze the pack of a review now, ahead of its day; refused where it can't be frozen. */
export async function freezeInBackground(
  { store, wakeWorker }: Pick<PortalContext, 'store' | 'wakeWorker'>,
  act: Act,
  reviewId: number,
): Promise<Outcome<number>> {
  const outcome = await store.transact(async (tx) => {
    const found = await findReview(tx, act.scope, reviewId);
    if (!found) return refused('not_found');
    const obstacle = mayFreeze(found.review, act.now);
    if (obstacle) return obstacle;
    return done(await queueWork(tx, act, 'freeze-pack', { reviewId }, found.vendor.id));
  });
  wakeWorker();
  return outcome;
}
