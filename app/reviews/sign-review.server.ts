import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { localDate } from '~/shared/calendar';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reviewSignatures } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import type { Store, Tx } from '~db/store.server';
import { findReview, type FoundReview } from './find-review.server';
import { loadReview, recordReview, sideOf } from './load-review.server';
import { isSignedBy, type Side, type SignatureState } from './record';
import { objectionFields, signatureFields } from './record-fields';
import { mailLeader, mailVendor } from './review-mail.server';
import { refuseUnowned } from './send-record.server';
import { signingDueOn } from './signing-days.server';

/** Signs the record for the reader's side, with a comment where there is one to keep. */
export function signReview(store: Store, act: Act, reviewId: number, input: unknown) {
  const read = readFields(signatureFields, input);
  return read.ok ? answer(store, act, reviewId, 'signed', read.value.comment) : read;
}

/** Objects to the record for the vendor, in words that stand beside it for good. */
export function objectToRecord(store: Store, act: Act, reviewId: number, input: unknown) {
  const read = readFields(objectionFields, input);
  return read.ok ? answer(store, act, reviewId, 'objected', read.value.comment) : read;
}

async function answer(
  store: Store,
  act: Act,
  reviewId: number,
  state: 'signed' | 'objected',
  comment: string | null,
): Promise<Outcome> {
  const side = sideOf(act);
  const before = await findReview(store.read, act.scope, reviewId);
  if (!before) return refused('not_found');
  const { recordSentAt: sentAt, timeZone } = before.review;
  const { country } = before.vendor;
  const due = sentAt === null ? null : await signingDueOn({ sentAt, timeZone, country });
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (found?.review.state !== 'recorded' || due === null) return refused('review_not_recorded');
    const isLate = side === 'vendor' && localDate(act.now, timeZone) > due;
    if (isLate) return refused('review_signing_over', { due });
    if (await hasSigned(tx, reviewId, side)) return refused('review_signed_already');
    const unowned = await refuseUnowned(tx, reviewId);
    if (unowned) return unowned;
    await putSignature(tx, act, found, { side, state, comment });
    if (side === 'vendor')
      await mailLeader(tx, act, found, {
        template: state === 'objected' ? 'reviewObjected' : 'reviewSigned',
        params: { text: comment ?? '' },
      });
    else
      await mailVendor(tx, act, found, {
        template: 'reviewSigned',
        params: { text: comment ?? '' },
      });
    return done();
  });
}

async function hasSigned(tx: Tx, reviewId: number, side: Side): Promise<boolean> {
  const own = and(eq(reviewSignatures.reviewId, reviewId), eq(reviewSignatures.side, side));
  return (await tx.$count(reviewSignatures, own)) > 0;
}

/** Puts a side's answer under the record; the review is signed when both sides have answered. */
export async function putSignature(
  tx: Tx,
  act: Act,
  found: FoundReview,
  signature: { side: Side; state: SignatureState; comment: string | null },
): Promise<void> {
  const reviewId = found.review.id;
  const signedAt = act.now.toISOString();
  await tx
    .insert(reviewSignatures)
    .values({ reviewId, ...signature, personId: personIdOf(act), signedAt });
  const answered = await tx
    .select({ side: reviewSignatures.side })
    .from(reviewSignatures)
    .where(eq(reviewSignatures.reviewId, reviewId));
  if (isSignedBy(answered.map(({ side }) => side)))
    await tx.update(reviews).set({ state: 'signed', signedAt }).where(eq(reviews.id, reviewId));
  await recordReview(tx, act, found, { action: `review.${signature.state}`, after: signature });
}
