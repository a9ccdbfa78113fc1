import { and, between, eq, inArray } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { meetingDay } from '~/reviews/plan';
import { addDays } from '~/shared/calendar';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { CALENDAR_DAYS, type ComingDate } from './coming-date';

/** The meetings of reviews that are still to come, each on its day by its own clock and with its hour. */
export async function reviewDates(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<ComingDate[]> {
  const rows = await reader
    .select({ review: reviews, vendorName: vendors.name })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(
      and(
        inArray(reviews.state, ['planned', 'frozen', 'meeting']),
        // A day more on either side: the meeting's own day may be another than that of UTC.
        between(reviews.meetsAt, addDays(today, -1), addDays(today, CALENDAR_DAYS + 1)),
        withinScope(scope, reviews.vendorId),
      ),
    );
  return rows.map(({ review, vendorName }) => ({
    ...{ kind: 'review' as const, key: `review-${review.id}`, vendorName },
    ...{ date: meetingDay(review), name: null, month: review.quarter },
    ...{ vendorId: review.vendorId, href: `/reviews/${review.id}` },
    meeting: {
      startsAt: review.meetsAt,
      minutes: review.minutes,
      uid: review.calendarUid,
      sequence: review.calendarSequence,
    },
  }));
}
