import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { addDays } from '~/shared/calendar';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store } from '~db/store.server';
import type { FoundReview } from './find-review.server';
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
        review.invitedAt === null && meetingDay(review) <= addDays(asOf, INVITED_BEFORE),
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

async function comingReviews(reader: Reader, asOf: string): Promise<FoundReview[]> {
  return reader
    .select({
      review: reviews,
      vendor: {
        id: vendors.id,
        code: vendors.code,
        name: vendors.name,
        country: vendors.country,
        tier: vendors.tier,
      },
      owner: { id: people.id, name: people.name, email: people.email },
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .leftJoin(people, eq(people.id, reviews.ownerId))
    .where(
      and(
        inArray(reviews.state, ['planned', 'frozen']),
        isNull(reviews.cancelledAt),
        gte(reviews.meetsAt, asOf),
        lt(reviews.meetsAt, addDays(asOf, INVITED_BEFORE + 2)),
      ),
    )
    .orderBy(asc(reviews.meetsAt), asc(reviews.id));
}
