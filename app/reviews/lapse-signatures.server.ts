import { and, asc, eq, notExists } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { localDate } from '~/shared/calendar';
import { reviewSignatures } from '~db/schema/review-records';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { loadReview } from './load-review.server';
import { mailBothSides } from './review-mail.server';
import { signingDueOn } from './signing-days.server';
import { putSignature } from './sign-review.server';

/**
 * Takes records as signed by the vendor once its five business days have passed without an answer, as of a day. Both
 * sides are told. Run twice, it does nothing the second time.
 */
export async function lapseSignatures(store: Store, now: Date, asOf: string): Promise<number> {
  const act: Act = { actor: { kind: 'job', job: 'review-records' }, now, scope: everything };
  const waiting = await store.read
    .select({
      id: reviews.id,
      sentAt: reviews.recordSentAt,
      timeZone: reviews.timeZone,
      country: vendors.country,
    })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(
      and(
        eq(reviews.state, 'recorded'),
        notExists(
          store.read
            .select({ id: reviewSignatures.id })
            .from(reviewSignatures)
            .where(
              and(eq(reviewSignatures.reviewId, reviews.id), eq(reviewSignatures.side, 'vendor')),
            ),
        ),
      ),
    )
    .orderBy(asc(reviews.recordSentAt), asc(reviews.id));
  let lapsed = 0;
  for (const { id, sentAt, timeZone, country } of waiting) {
    if (sentAt === null) continue;
    const due = await signingDueOn({ sentAt, timeZone, country });
    if (asOf <= due || localDate(now, timeZone) <= due) continue;
    if (await lapseOne(store, act, id, due)) lapsed += 1;
  }
  return lapsed;
}

async function lapseOne(store: Store, act: Act, reviewId: number, due: string): Promise<boolean> {
  return store.transact(async (tx) => {
    const found = await loadReview(tx, act, reviewId);
    if (found?.review.state !== 'recorded') return false;
    const answered = and(
      eq(reviewSignatures.reviewId, reviewId),
      eq(reviewSignatures.side, 'vendor'),
    );
    if ((await tx.$count(reviewSignatures, answered)) > 0) return false;
    await putSignature(tx, act, found, { side: 'vendor', state: 'lapsed', comment: null });
    await mailBothSides(tx, act, found, {
      template: 'reviewLapsed',
      params: { due },
      onceKey: `review-lapsed:${reviewId}`,
    });
    return true;
  });
}
