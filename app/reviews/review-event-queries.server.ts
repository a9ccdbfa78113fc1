import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { ReviewEvent } from './review-event.server';

/** Who stands for us where a review has no owner: an address that nobody reads. */
const NOBODY = { name: 'Mainstay', email: 'mainstay@localhost' };

/** A review as its calendar event, with who is invited: its owner and the vendor's people. Null out of scope. */
export async function findReviewEvent(reader: Reader, scope: Scope, reviewId: number) {
  const [row] = await reader
    .select({
      review: reviews,
      vendorName: vendors.name,
      owner: {
        personId: people.id,
        name: people.name,
        address: people.email,
        locale: people.locale,
      },
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .leftJoin(people, eq(people.id, reviews.ownerId))
    .where(and(eq(reviews.id, reviewId), withinScope(scope, reviews.vendorId)));
  if (!row) return null;
  const { review, owner } = row;
  const theirs = await reader
    .select({
      personId: people.id,
      name: people.name,
      address: people.email,
      locale: people.locale,
    })
    .from(people)
    .where(and(eq(people.vendorId, review.vendorId), eq(people.active, true)))
    .orderBy(asc(people.id));
  const invited = [...(owner ? [owner] : []), ...theirs];
  const attendees = invited.map(({ name, address }) => ({ name, email: address }));
  const event: ReviewEvent = {
    uid: review.calendarUid,
    sequence: review.calendarSequence,
    vendorName: row.vendorName,
    quarter: review.quarter,
    meetsAt: review.meetsAt,
    minutes: review.minutes,
    timeZone: review.timeZone,
    place: review.place,
    cancelled: review.cancelledAt !== null,
    organizer: owner ? { name: owner.name, email: owner.address } : NOBODY,
    attendees,
    url: `${await portalAddress(reader)}/reviews/${review.id}`,
  };
  return { review, event, invited };
}
