import { personIdOf, type Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviewComments } from '~db/schema/review-records';
import type { Store } from '~db/store.server';
import { daysOf, loadReview, recordReview, sideOf } from './load-review.server';
import { subjectOfComment, type Subject } from './pack-place.server';
import { mayContribute } from './record';
import { commentFields } from './record-fields';

/**
 * Says something of a section of the frozen pack or of one of its figures. The vendor comments on its part until its
 * date; what our side marks as internal, and all that is said of the internal part, the vendor never learns of. Answers
 * with what was commented on.
 */
export async function addComment(
  store: Store,
  act: Act,
  reviewId: number,
  { internal, ...input }: { internal: boolean } & Record<string, unknown>,
): Promise<Outcome<Subject>> {
  const read = readFields(commentFields, input);
  if (!read.ok) return read;
  const { text, ...place } = read.value;
  const side = sideOf(act);
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    const days = daysOf(found, act.now);
    if (!mayContribute(side, days))
      return refused('review_comments_over', { until: days.commentsUntil });
    const subject = await subjectOfComment(tx, act.scope, reviewId, place);
    if (!subject) return refused('review_figure_unknown', {}, 'figureId');
    const isInternal = side === 'ours' && (internal || place.part === 'internal');
    await tx.insert(reviewComments).values({
      reviewId,
      ...place,
      side,
      internal: isInternal,
      personId: personIdOf(act),
      text,
      writtenAt: act.now.toISOString(),
    });
    await recordReview(tx, act, found, {
      action: 'review.commented',
      after: { ...place, text, internal: isInternal },
    });
    return done(subject);
  });
}
