import { inArray } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { queueMails, recipientsOfVendors, type Recipient } from '~/notifications/queue-mail.server';
import { plainQuarter } from '~/packs/quarter';
import { people } from '~db/schema/auth';
import type { Tx } from '~db/store.server';
import type { FoundReview } from './find-review.server';
import { commentsUntil, meetingClock } from './plan';
import { reviewEvents } from './review-event-queries.server';
import { reviewEventFile, type EventMethod } from './review-event.server';

type Letter = {
  template:
    'reviewInvitation' | 'reviewMoved' | 'reviewCancelled' | 'reviewCommentsDue' | 'reviewSoon';
  reason?: string;
  /** What makes two letters of a kind about a review the same one. */
  key: string | ((review: FoundReview['review']) => string);
  /** Only the vendor is written to. */
  vendorOnly?: boolean;
};

/** Letters that bring a calendar file, and what a calendar is to do with it. */
const eventMethods: Partial<Record<Letter['template'], EventMethod>> = {
  reviewInvitation: 'REQUEST',
  reviewMoved: 'REQUEST',
  reviewCancelled: 'CANCEL',
};

/**
 * Writes to both sides of some reviews: the vendor's people, and who leads each on our side. An invitation, a move and a
 * cancellation bring a calendar file with them.
 */
export async function tellOfReview(
  tx: Tx,
  act: Act,
  reviews: readonly FoundReview[],
  { template, reason, key, vendorOnly = false }: Letter,
): Promise<void> {
  if (reviews.length === 0) return;
  const theirs = await recipientsOfVendors(
    tx,
    reviews.map(({ vendor }) => vendor.id),
  );
  const ours = vendorOnly ? new Map<number, Recipient>() : await ownersOf(tx, reviews);
  const method = eventMethods[template];
  const ids = method ? reviews.map(({ review }) => review.id) : [];
  const events = await reviewEvents(tx, everything, ids);
  await queueMails(
    tx,
    act,
    reviews.map(({ review, vendor }) => {
      const event = events.get(review.id);
      const owner = ours.get(review.ownerId ?? 0);
      return {
        recipients: [...(theirs.get(vendor.id) ?? []), ...(owner ? [owner] : [])],
        letter: {
          template,
          vendorId: vendor.id,
          onceKey: `${template}:${review.id}:${typeof key === 'string' ? key : key(review)}`,
          params: {
            vendor: vendor.name,
            quarter: plainQuarter(review.quarter),
            meets: meetingClock(review),
            until: commentsUntil(review),
            reason: reason ?? null,
            link: `/reviews/${review.id}`,
          },
          ...(method &&
            event && {
              attachments: (language) => [
                reviewEventFile(event, method, { language, now: act.now }),
              ],
            }),
        },
      };
    }),
  );
}

async function ownersOf(tx: Tx, reviews: readonly FoundReview[]): Promise<Map<number, Recipient>> {
  const ids = reviews.flatMap(({ review }) => review.ownerId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, address: people.email, locale: people.locale, active: people.active })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(
    rows.flatMap(({ id, address, locale, active }) =>
      active ? [[id, { personId: id, address, locale }] as const] : [],
    ),
  );
}
