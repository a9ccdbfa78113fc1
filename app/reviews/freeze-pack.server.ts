import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import { canonical } from '~/audit/entry';
import { record } from '~/audit/record.server';
import { queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { lastMonthOf, plainQuarter } from '~/packs/quarter';
import type { Pack } from '~/packs/pack';
import { packParts, type PackRating } from '~/packs/section';
import { figuresOf } from '~/packs/show-value';
import { done, refused, type Outcome, type Refused } from '~/shared/outcome';
import { lastDay } from '~/shared/period';
import { reviewPacks, reviews } from '~db/schema/reviews';
import type { Store, Tx } from '~db/store.server';
import { findReview, type FoundReview, type Review } from './find-review.server';
import { gatherPack } from './gather-pack.server';
import { commentsUntil, meetingDay } from './plan';
import { storedBody } from './stored-body.server';

/**
 * Freezes the pack of a planned review: gathers both parts, keeps them as canonical JSON with their SHA-256, and tells
 * the vendor that its part is there and until when it may comment. A pack is frozen once; refused once it is, or the
 * meeting is over or cancelled (`review_wrong_state`), and while its quarter runs (`review_quarter_running`).
 */
export async function freezePack(store: Store, act: Act, reviewId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('reviews', 'id', reviewId);
    const found = await findReview(tx, act.scope, reviewId);
    if (!found) return refused('not_found');
    const { review } = found;
    const obstacle = mayFreeze(review, act.now);
    if (obstacle) return obstacle;
    const { hashes, computedRating } = await keepParts(tx, act, found);
    const frozenAt = act.now.toISOString();
    await tx
      .update(reviews)
      .set({ state: 'frozen', frozenAt, computedRating })
      .where(eq(reviews.id, reviewId));
    await record(tx, act, {
      action: 'review.frozen',
      entity: 'review',
      entityId: reviewId,
      vendorId: review.vendorId,
      after: { quarter: plainQuarter(review.quarter), ...hashes },
    });
    await tellVendor(tx, act, found);
    return done();
  });
}

/** Why a review's pack can't be frozen at an instant; null where it can. */
export function mayFreeze(
  { state, quarter }: Pick<Review, 'state' | 'quarter'>,
  now: Date,
): Refused | null {
  if (state !== 'planned') return refused('review_wrong_state', { state });
  const until = lastDay(lastMonthOf(quarter));
  return dayOf(now) <= until ? refused('review_quarter_running', { until }) : null;
}

async function keepParts(tx: Tx, act: Act, found: FoundReview) {
  const pack = await gatherPack(tx, found, act.now);
  const rows = packParts.map((part) => {
    const body = canonical(pack[part]);
    const sha256 = hashOf(body);
    const frozenAt = act.now.toISOString();
    return { reviewId: found.review.id, part, body: storedBody(body), sha256, frozenAt };
  });
  await tx.insertMany(reviewPacks, rows);
  return {
    hashes: Object.fromEntries(rows.map(({ part, sha256 }) => [`${part}Sha256`, sha256])),
    computedRating: overallOf(pack.shared),
  };
}

/** The rating of the vendor as a whole, by the figures of a pack. */
function overallOf({ sections }: Pack): PackRating | null {
  const overall = figuresOf(sections).find(({ id }) => id === 'overall')?.value;
  return overall?.kind === 'rating' ? overall.rating : null;
}

/** What a pack's text is known by, SHA-256 in hexadecimal. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

async function tellVendor(tx: Tx, act: Act, { review, vendor }: FoundReview): Promise<void> {
  await queueMail(tx, act, await vendorRecipients(tx, vendor.id), {
    template: 'reviewPackReady',
    vendorId: vendor.id,
    onceKey: `review-pack:${review.id}`,
    params: {
      vendor: vendor.name,
      quarter: plainQuarter(review.quarter),
      meets: meetingDay(review),
      until: commentsUntil(review),
      link: `/reviews/${review.id}`,
    },
  });
}
