import { and, eq, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviewDecisions } from '~db/schema/review-records';
import type { Store } from '~db/store.server';
import { loadReview, recordReview } from './load-review.server';
import { isRecordOpen } from './record';
import { decisionFields } from './record-fields';

/** Writes down what was decided under a point of the agenda, until the record goes out. */
export async function addDecision(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(decisionFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    await tx.insert(reviewDecisions).values({
      reviewId,
      ...read.value,
      personId: personIdOf(act),
      decidedAt: act.now.toISOString(),
    });
    await recordReview(tx, act, found, { action: 'review.decided', after: read.value });
    return done();
  });
}

/** Takes a decision back that was written down wrongly, until the record goes out. */
export async function withdrawDecision(
  store: Store,
  act: Act,
  { reviewId, decisionId }: { reviewId: number; decisionId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    const standing = and(
      eq(reviewDecisions.id, decisionId),
      eq(reviewDecisions.reviewId, reviewId),
      isNull(reviewDecisions.withdrawnAt),
    );
    const [decision] = await tx.select().from(reviewDecisions).where(standing);
    if (!decision) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    await tx.update(reviewDecisions).set({ withdrawnAt: act.now.toISOString() }).where(standing);
    await recordReview(tx, act, found, {
      action: 'review.decision_withdrawn',
      before: { kind: decision.kind, text: decision.text },
    });
    return done();
  });
}
