import type { Scope } from '~/auth/act';
import { wallClock } from '~/shared/format';
import type { Reader } from '~db/store.server';
import { findReview } from './find-review.server';

/** What every page of a review is headed by; null out of scope. */
export async function reviewHeading(reader: Reader, scope: Scope, reviewId: number) {
  const found = await findReview(reader, scope, reviewId);
  if (!found) return null;
  const { review, vendor } = found;
  const { id, quarter, state } = review;
  return { id, quarter, state, vendor: vendor.name, vendorId: vendor.id };
}

/** The same with the day and hour of the meeting by its own clock, as the form for moving it asks for them. */
export async function reviewToMove(reader: Reader, scope: Scope, reviewId: number) {
  const found = await findReview(reader, scope, reviewId);
  if (!found) return null;
  const { review, vendor } = found;
  const { id, quarter, timeZone, meetsAt } = review;
  return { id, quarter, vendor: vendor.name, timeZone, ...wallClock(meetsAt, timeZone) };
}
