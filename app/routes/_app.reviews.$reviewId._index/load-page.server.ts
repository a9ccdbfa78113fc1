import { actionAge, actionState } from '~/actions/action';
import { actionsOf } from '~/actions/action-queries.server';
import type { Visit } from '~/auth/require-person.server';
import { documentsOf } from '~/documents/document-queries.server';
import type { FoundReview } from '~/reviews/find-review.server';
import { mayFreeze } from '~/reviews/freeze-pack.server';
import { daysOf } from '~/reviews/load-review.server';
import { packOf, verifyPack } from '~/reviews/pack-queries.server';
import { freezeDay, isHeldLate } from '~/reviews/plan';
import { mayContribute } from '~/reviews/record';
import {
  commentsOf,
  itemsOf,
  movesOf,
  ratingsOf,
  signaturesOf,
} from '~/reviews/record-queries.server';
import type { Reader } from '~db/store.server';
import { restatementsOf } from '~/reviews/restatement-queries.server';
import { zoneName } from '~/shared/zone-name';

/** Everything that the page of a review tells, as far as the reader may know it. */
export async function loadReviewPage(visit: Visit, found: FoundReview) {
  const { reader, scope, now, can, person, locale } = visit;
  const { review, vendor, owner } = found;
  const isOwn = person.role === 'vendor';
  const side = isOwn ? 'vendor' : 'ours';
  const days = daysOf(found, now);
  const shared = await packOf(reader, scope, review.id, 'shared');
  const internal = isOwn ? null : await packOf(reader, scope, review.id, 'internal');
  const restated = await restatementsOf(reader, scope, review.id, now);
  const acts = isOwn ? can('reviews.answer') : can('reviews.lead');
  return {
    isOwn,
    review: {
      id: review.id,
      quarter: review.quarter,
      state: review.state,
      meetsAt: review.meetsAt,
      minutes: review.minutes,
      timeZone: review.timeZone,
      zone: zoneName(review.timeZone, locale),
      place: review.place,
      frozenAt: review.frozenAt,
      heldAt: review.heldAt,
      cancelReason: review.cancelReason,
      isLate: isHeldLate(review),
      freezesOn: freezeDay(review),
    },
    vendor: { id: vendor.id, name: vendor.name },
    owner: owner?.name ?? null,
    ...days,
    mayLead: can('reviews.lead'),
    mayFreeze: mayFreeze(review, now) === null,
    mayContribute: acts && mayContribute(side, days),
    shared: shared?.pack ?? null,
    internal: internal?.pack ?? null,
    unnamed: internal?.unnamed ?? 0,
    seal: shared === null ? null : await verifyPack(reader, scope, review.id, 'shared'),
    restated: [...restated].map(([id, value]) => ({ id, now: value })),
    comments: await commentsOf(reader, scope, review.id),
    items: await itemsOf(reader, review.id),
    documents: await documentsOf(reader, scope, { kind: 'review', id: review.id }),
    moves: await movesOf(reader, review.id),
    signatures: await signaturesOf(reader, review.id),
    decidedRating:
      isOwn && review.recordSentAt === null ? null : await overallOf(reader, review.id),
    actions: await actionsOfReview(visit, review.id, days.today),
  };
}

/** What the meeting called the vendor as a whole; null where it said nothing to that. */
async function overallOf(reader: Reader, reviewId: number) {
  const settled = await ratingsOf(reader, reviewId);
  return settled.find(({ figureId }) => figureId === 'overall')?.rating ?? null;
}

export type ReviewPage = Awaited<ReturnType<typeof loadReviewPage>>;

/** What was agreed at a review, and how it stands. */
export async function actionsOfReview(
  { reader, scope }: Pick<Visit, 'reader' | 'scope'>,
  reviewId: number,
  today: string,
) {
  const rows = await actionsOf(reader, scope, { origin: 'review', originId: reviewId });
  return rows.map(({ action, owner }) => ({
    id: action.id,
    title: action.title ?? '',
    side: action.side,
    owner,
    dueOn: action.dueOn,
    state: actionState(action, today),
    age: actionAge(action, today),
  }));
}
