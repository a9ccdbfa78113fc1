import { packParts, packRatings } from '../../app/packs/section';
import { reviewStates } from '../../app/reviews/review';
import { id, index, instant, integer, period, ref, table, text, uniqueIndex } from '../columns';
import { vendors } from './vendors';

/** A quarterly business review of a vendor: one, however many contracts the vendor has. */
export const reviews = table(
  'reviews',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    /** First month of the quarter that is reviewed. */
    quarter: period().notNull(),
    state: text(reviewStates).notNull(),
    /** Who leads it on our side. */
    ownerId: ref(),
    meetsAt: instant().notNull(),
    minutes: integer().notNull(),
    timeZone: text().notNull(),
    place: text(),
    /** Names the event in every calendar; each invitation sent after a change counts one further. */
    calendarUid: text().notNull(),
    calendarSequence: integer().notNull().default(0),
    invitedAt: instant(),
    frozenAt: instant(),
    /** The vendor's rating by the figures of its frozen pack; null before, and without data. */
    computedRating: text(packRatings),
    /** The meeting began and ended. */
    openedAt: instant(),
    heldAt: instant(),
    /** Its leader was reminded to send the record out. */
    draftRemindedAt: instant(),
    recordSentAt: instant(),
    signedAt: instant(),
    cancelledAt: instant(),
    cancelReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('reviews_vendor_quarter').on(t.vendorId, t.quarter),
    index('reviews_meets').on(t.state, t.meetsAt),
    index('reviews_quarter').on(t.quarter, t.state),
  ],
);

/** Each time a meeting was moved, with its reason. */
export const reviewMoves = table(
  'review_moves',
  {
    id: id(),
    reviewId: ref()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    fromAt: instant().notNull(),
    toAt: instant().notNull(),
    reason: text().notNull(),
    personId: ref(),
    movedAt: instant().notNull(),
  },
  (t) => [index('review_moves_review').on(t.reviewId)],
);

/** The frozen pack, a row for what both sides see and one for what is ours alone; its text never changes. */
export const reviewPacks = table(
  'review_packs',
  {
    id: id(),
    reviewId: ref()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    part: text(packParts).notNull(),
    /** Canonical JSON of a `Pack`, deflated and in base64. */
    body: text().notNull(),
    sha256: text().notNull(),
    frozenAt: instant().notNull(),
  },
  (t) => [uniqueIndex('review_packs_part').on(t.reviewId, t.part)],
);
