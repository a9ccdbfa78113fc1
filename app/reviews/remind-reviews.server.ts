import { and, asc, gte, inArray, lt } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { addDays } from '~/shared/calendar';
import { reviews } from '~db/schema/reviews';
import type { Reader, Store } from '~db/store.server';
import { selectFound, type FoundReview } from './find-review.server';
import { commentsUntil, meetingDay } from './plan';
import { tellOfReview } from './review-letters.server';

/** Days before a meeting on which it is invited to, and before it, or the last day for comments, on which it is reminded of. */
const INVITED_BEFORE = 42;
const NEAR_DAYS = 3;

/**
 * Invites to meetings six weeks ahead, reminds vendors of the last day for their comments, and both sides of the meeting;
 * each once for a date, and anew when the meeting moves.
 */
export async function remindOfReviews(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'remind-reviews' }, now, scope: everything };
  return store.transact(async (tx) => {
    const coming = await comingReviews(tx, asOf);
    const invited = coming.filter(
      ({ review }) =>
        review.invitedAt === null &&
        meetingDay(review) >= asOf &&
        meetingDay(review) <= addDays(asOf, INVITED_BEFORE),
    );
    const commentsDue = coming.filter(
      ({ review }) => review.state === 'frozen' && isNear(commentsUntil(review), asOf),
    );
    const soon = coming.filter(
      ({ review }) => review.invitedAt !== null && isNear(meetingDay(review), asOf),
    );
    await tellOfReview(tx, act, invited, { template: 'reviewInvitation', key: 'once' });
    if (invited.length > 0) {
      const ids = invited.map(({ review }) => review.id);
      const invitedAt = now.toISOString();
      await tx.update(reviews).set({ invitedAt }).where(inArray(reviews.id, ids));
      await recordAll(
        tx,
        act,
        invited.map(({ review }) => ({
          action: 'review.invited',
          entity: 'review',
          entityId: review.id,
          vendorId: review.vendorId,
          after: { meetsAt: review.meetsAt },
        })),
      );
    }
    const vendorOnly = true;
    await tellOfReview(tx, act, commentsDue, {
      template: 'reviewCommentsDue',
      key: commentsUntil,
      vendorOnly,
    });
    const key = ({ meetsAt }: FoundReview['review']) => meetsAt;
    await tellOfReview(tx, act, soon, { template: 'reviewSoon', key });
    return { reviewsInvited: invited.length };
  });
}

/** True on the days just before a date, and on itself. */
function isNear(date: string, asOf: string): boolean {
  return date >= asOf && date <= addDays(asOf, NEAR_DAYS);
}

/** Meetings to come; the day before counts too, where a meeting's own clock is ahead of the portal's. */
async function comingReviews(reader: Reader, asOf: string): Promise<FoundReview[]> {
  return selectFound(reader)
    .where(
      and(
        inArray(reviews.state, ['planned', 'frozen']),
        gte(reviews.meetsAt, addDays(asOf, -1)),
        lt(reviews.meetsAt, addDays(asOf, INVITED_BEFORE + 2)),
      ),
    )
    .orderBy(asc(reviews.meetsAt), asc(reviews.id));
}
