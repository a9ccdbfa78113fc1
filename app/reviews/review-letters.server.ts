import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { queueMails, recipientsOfVendors, type Recipient } from '~/notifications/queue-mail.server';
import { plainQuarter } from '~/packs/quarter';
import { people } from '~db/schema/auth';
import type { Tx } from '~db/store.server';
import type { FoundReview } from './find-review.server';
import { commentsUntil, meetingClock } from './plan';

type Letter = {
  template:
    'reviewInvitation' | 'reviewMoved' | 'reviewCancelled' | 'reviewCommentsDue' | 'reviewSoon';
  reason?: string;
  /** What makes two letters of a kind about a review the same one. */
  key: string | ((review: FoundReview['review']) => string);
  /** Only the vendor is written to. */
  vendorOnly?: boolean;
};

/** Writes to both sides of some reviews: the vendor's people, and who leads each on our side. */
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
  await queueMails(
    tx,
    act,
    reviews.map(({ review, vendor }) => {
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
