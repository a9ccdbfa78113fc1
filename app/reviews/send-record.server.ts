import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome, type Refused } from '~/shared/outcome';
import { actions } from '~db/schema/actions';
import { reviewDecisions, reviewNotes, reviewRatings } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import type { Reader, Store } from '~db/store.server';
import { findReview } from './find-review.server';
import { loadReview, recordReview } from './load-review.server';
import { withoutOwner } from './record';
import { mailBothSides } from './review-mail.server';
import { signingDueOn } from './signing-days.server';

/**
 * Sends the record of a meeting to both sides for their signature; from then on it does not change, and the audit trail
 * holds its text. Refused while an action has no owner, with the list of those.
 */
export async function sendRecord(store: Store, act: Act, reviewId: number): Promise<Outcome> {
  const before = await findReview(store.read, act.scope, reviewId);
  if (!before) return refused('not_found');
  const due = await signingDueOn({
    sentAt: act.now.toISOString(),
    timeZone: before.review.timeZone,
    country: before.vendor.country,
  });
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (found.review.state !== 'held') return refused('review_not_held');
    const unowned = await refuseUnowned(tx, reviewId);
    if (unowned) return unowned;
    const recordSentAt = act.now.toISOString();
    await tx
      .update(reviews)
      .set({ state: 'recorded', recordSentAt })
      .where(eq(reviews.id, reviewId));
    await recordReview(tx, act, found, {
      action: 'review.record_sent',
      after: { recordSentAt, ...(await textOf(tx, reviewId)) },
    });
    await mailBothSides(tx, act, found, {
      template: 'reviewRecord',
      params: { due },
      onceKey: `review-record:${reviewId}`,
    });
    return done();
  });
}

/** The refusal that names the actions of a review that nobody owns; null where each has an owner. */
export async function refuseUnowned(reader: Reader, reviewId: number): Promise<Refused | null> {
  const promised = await reader
    .select({
      title: actions.title,
      side: actions.side,
      ownerId: actions.ownerId,
      ownerName: actions.ownerName,
    })
    .from(actions)
    .where(
      and(
        eq(actions.origin, 'review'),
        eq(actions.originId, reviewId),
        isNull(actions.cancelledAt),
      ),
    )
    .orderBy(asc(actions.createdAt), asc(actions.id));
  const titles = withoutOwner(promised).map(({ title }) => title ?? '');
  return titles.length === 0
    ? null
    : refused('review_actions_unowned', { list: titles.join(' · ') });
}

async function textOf(reader: Reader, reviewId: number) {
  const notes = await reader
    .select({ agenda: reviewNotes.agenda, text: reviewNotes.text, version: reviewNotes.version })
    .from(reviewNotes)
    .where(eq(reviewNotes.reviewId, reviewId))
    .orderBy(asc(reviewNotes.agenda));
  const decisions = await reader
    .select({ kind: reviewDecisions.kind, text: reviewDecisions.text })
    .from(reviewDecisions)
    .where(and(eq(reviewDecisions.reviewId, reviewId), isNull(reviewDecisions.withdrawnAt)))
    .orderBy(asc(reviewDecisions.decidedAt), asc(reviewDecisions.id));
  const ratings = await reader
    .select({ figureId: reviewRatings.figureId, rating: reviewRatings.rating })
    .from(reviewRatings)
    .where(eq(reviewRatings.reviewId, reviewId))
    .orderBy(asc(reviewRatings.figureId));
  return { notes, decisions, ratings };
}
