import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { endMeeting } from './close-meeting.server';
import { loadReview } from './load-review.server';
import { DRAFT_HOURS } from './record';
import { mailLeader } from './review-mail.server';

const HOUR = 3_600_000;

/**
 * Sees to it that the draft of a record is there a day after its meeting: meetings left open are ended, and leaders who
 * have not sent theirs out are reminded once.
 */
export async function draftRecords(
  store: Store,
  now: Date,
): Promise<{ ended: number; reminded: number }> {
  const act: Act = { actor: { kind: 'job', job: 'review-records' }, now, scope: everything };
  const latest = new Date(now.getTime() - DRAFT_HOURS * HOUR).toISOString();
  const leftOpen = await store.read
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.state, 'meeting'), lte(reviews.openedAt, latest)))
    .orderBy(asc(reviews.id));
  let ended = 0;
  for (const { id } of leftOpen) {
    const isEnded = await store.transact(async (tx) => {
      const found = await loadReview(tx, act, id);
      if (found?.review.state !== 'meeting') return false;
      await endMeeting(tx, act, found);
      return true;
    });
    if (isEnded) ended += 1;
  }
  return { ended, reminded: await remindLeaders(store, act, latest) };
}

async function remindLeaders(store: Store, act: Act, latest: string): Promise<number> {
  const unsent = await store.read
    .select({ id: reviews.id })
    .from(reviews)
    .where(
      and(eq(reviews.state, 'held'), lte(reviews.heldAt, latest), isNull(reviews.draftRemindedAt)),
    )
    .orderBy(asc(reviews.id));
  let reminded = 0;
  for (const { id } of unsent) {
    const isReminded = await store.transact(async (tx) => {
      const found = await loadReview(tx, act, id);
      if (found?.review.state !== 'held' || found.review.draftRemindedAt !== null) return false;
      const draftRemindedAt = act.now.toISOString();
      await tx.update(reviews).set({ draftRemindedAt }).where(eq(reviews.id, id));
      await mailLeader(tx, act, found, {
        template: 'reviewDraftWaits',
        onceKey: `review-draft:${id}`,
      });
      return true;
    });
    if (isReminded) reminded += 1;
  }
  return reminded;
}
