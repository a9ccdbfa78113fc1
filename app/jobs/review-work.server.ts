import { setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import { findReview } from '~/reviews/find-review.server';
import { mayFreeze } from '~/reviews/freeze-pack.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { work } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { queueWork } from './queue-work.server';

type Portal = Pick<PortalContext, 'store' | 'wakeWorker'>;

/** Has a worker freeze the pack of a review now, ahead of its day; refused where it can't be frozen. */
export async function freezeInBackground(
  { store, wakeWorker }: Portal,
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

const LOOKED_EVERY_MS = 100;
const WAITED_MS = 5000;

/** Whether work that was queued is over, after waiting for it a few seconds: most packs are frozen by then. */
export async function isOverSoon(store: Store, workId: number): Promise<boolean> {
  for (let waited = 0; waited < WAITED_MS; waited += LOOKED_EVERY_MS) {
    const [row] = await store.read
      .select({ state: work.state })
      .from(work)
      .where(eq(work.id, workId));
    if (row?.state === 'done' || row?.state === 'failed') return true;
    await setTimeout(LOOKED_EVERY_MS);
  }
  return false;
}
