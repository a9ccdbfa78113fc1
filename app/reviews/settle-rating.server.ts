import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { ratedFigures } from '~/packs/show-value';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { reviewRatings } from '~db/schema/review-records';
import type { Store } from '~db/store.server';
import { loadReview, recordReview } from './load-review.server';
import { packOf } from './pack-queries.server';
import { isOverruled, isRecordOpen } from './record';
import { ratingFields } from './record-fields';
import { ratingsOf } from './record-queries.server';

/** Confirms a rating of the pack in the meeting, or overrules it with a reason; the pack keeps what it computed. */
export async function settleRating(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(ratingFields, input);
  if (!read.ok) return read;
  const { figureId, rating, reason } = read.value;
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    const kept = await packOf(tx, act.scope, reviewId, 'shared');
    const figure = kept && ratedFigures(kept.pack).find(({ id }) => id === figureId);
    if (!figure) return refused('review_figure_unknown', {}, 'figureId');
    const computed = figure.rating;
    if (isOverruled(computed, rating) && reason === null)
      return refused('review_reason_missing', {}, 'reason');
    const after = { figureId, computed, rating, reason };
    const by = { personId: personIdOf(act), decidedAt: act.now.toISOString() };
    await tx
      .delete(reviewRatings)
      .where(and(eq(reviewRatings.reviewId, reviewId), eq(reviewRatings.figureId, figureId)));
    await tx.insert(reviewRatings).values({ id: randomId(), reviewId, ...after, ...by });
    await recordReview(tx, act, found, { action: 'review.rated', after });
    return done();
  });
}

/** Confirms all ratings of the quarter as the pack computed them, but for those that the meeting has settled already. */
export async function confirmRatings(store: Store, act: Act, reviewId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    const kept = await packOf(tx, act.scope, reviewId, 'shared');
    const settled = new Set((await ratingsOf(tx, reviewId)).map(({ figureId }) => figureId));
    const by = { personId: personIdOf(act), decidedAt: act.now.toISOString() };
    const open = (kept ? ratedFigures(kept.pack) : []).flatMap(({ id, rating }) =>
      rating === null || settled.has(id) ? [] : [{ figureId: id, rating }],
    );
    if (open.length === 0) return done();
    await tx.insertMany(
      reviewRatings,
      open.map(({ figureId, rating }) => ({
        id: randomId(),
        reviewId,
        figureId,
        computed: rating,
        rating,
        reason: null,
        ...by,
      })),
    );
    await recordReview(tx, act, found, { action: 'review.ratings_confirmed', after: { open } });
    return done();
  });
}
