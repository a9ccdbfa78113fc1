import { promiseFields } from '~/actions/action-fields';
import { promiseActions, promisedFields, readPromise } from '~/actions/promise-action.server';
import { tellOwnersOfOurs } from '~/actions/tell-owner.server';
import type { Act } from '~/auth/act';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { loadReview, recordReview } from './load-review.server';
import { isRecordOpen } from './record';

/** An action agreed in the meeting; its owner may follow, but the record does not go out without one. */
export async function promiseReviewAction(
  store: Store,
  act: Act,
  reviewId: number,
  input: unknown,
): Promise<Outcome> {
  const read = readFields(promiseFields, input);
  if (!read.ok) return read;
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    const { vendorId } = found.review;
    const promised = await readPromise(tx, vendorId, read.value);
    if (!promised.ok) return promised;
    const after = promisedFields(promised.value);
    const record = { origin: 'review', originId: reviewId } as const;
    const given = await promiseActions(tx, act, record, [{ vendorId, ...after }]);
    await tellOwnersOfOurs(tx, act, given);
    await recordReview(tx, act, found, { action: 'review.action_promised', after });
    return done();
  });
}
