import { and, asc, eq, lt } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { freezePack } from './freeze-pack.server';
import { freezeDay } from './plan';

/** A meeting so many days off cannot be due to be frozen, in whatever time zone it is held. */
const LOOK_AHEAD_DAYS = 16;

/** Freezes the packs of the reviews that are held within two weeks; one whose quarter still runs waits for its end. */
export async function freezeDuePacks(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'freeze-packs' }, now, scope: everything };
  const coming = await store.read
    .select({ id: reviews.id, meetsAt: reviews.meetsAt, timeZone: reviews.timeZone })
    .from(reviews)
    .where(and(eq(reviews.state, 'planned'), lt(reviews.meetsAt, addDays(asOf, LOOK_AHEAD_DAYS))))
    .orderBy(asc(reviews.meetsAt), asc(reviews.id));
  let [packsFrozen, packsRefused] = [0, 0];
  for (const review of coming) {
    if (freezeDay(review) > asOf) continue;
    const outcome = await freezePack(store, act, review.id);
    if (outcome.ok) packsFrozen += 1;
    else if (outcome.reason.code !== 'review_quarter_running') packsRefused += 1;
  }
  return { packsFrozen, packsRefused };
}
