import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { portalAddress } from '~/settings/setting-queries.server';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { reviewsWithin } from './find-review.server';
import type { ReviewEvent } from './review-event.server';

/** Who stands for us where a review has no owner: an address that nobody reads. */
const NOBODY = { name: 'Mainstay', email: 'mainstay@localhost' };

/** One review as its calendar event; null out of scope. */
export async function findReviewEvent(
  reader: Reader,
  scope: Scope,
  reviewId: number,
): Promise<ReviewEvent | null> {
  return (await reviewEvents(reader, scope, [reviewId])).get(reviewId) ?? null;
}

/** Reviews as their calendar events, with who is invited to each: who leads it, and the vendor's people. */
export async function reviewEvents(
  reader: Reader,
  scope: Scope,
  reviewIds: readonly number[],
): Promise<Map<number, ReviewEvent>> {
  if (reviewIds.length === 0) return new Map();
  const rows = await reader
    .select({ review: reviews, vendorName: vendors.name })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(and(inArray(reviews.id, [...reviewIds]), reviewsWithin(scope)));
  const invited = await invitedTo(
    reader,
    rows.map(({ review }) => review),
  );
  const address = await portalAddress(reader);
  return new Map(
    rows.map(({ review, vendorName }) => {
      const owner = invited.find(({ id }) => id === review.ownerId) ?? null;
      const theirs = invited.filter(({ vendorId }) => vendorId === review.vendorId);
      const event: ReviewEvent = {
        uid: review.calendarUid,
        sequence: review.calendarSequence,
        vendorName,
        quarter: review.quarter,
        meetsAt: review.meetsAt,
        minutes: review.minutes,
        timeZone: review.timeZone,
        place: review.place,
        cancelled: review.cancelledAt !== null,
        organizer: owner ? named(owner) : NOBODY,
        attendees: [...(owner ? [owner] : []), ...theirs].map(named),
        url: `${address}/reviews/${review.id}`,
      };
      return [review.id, event];
    }),
  );
}

async function invitedTo(
  reader: Reader,
  of: readonly { ownerId: number | null; vendorId: number }[],
) {
  const owners = of.flatMap(({ ownerId }) => ownerId ?? []);
  return reader
    .select({ id: people.id, name: people.name, email: people.email, vendorId: people.vendorId })
    .from(people)
    .where(
      and(
        eq(people.active, true),
        or(
          inArray(people.id, [0, ...owners]),
          inArray(people.vendorId, [0, ...of.map(({ vendorId }) => vendorId)]),
        ),
      ),
    )
    .orderBy(asc(people.id));
}

function named({ name, email }: { name: string; email: string }) {
  return { name, email };
}
