import { agendaItems, packParts, packRatings } from '../../app/packs/section';
import { decisionKinds, itemKinds, signatureStates } from '../../app/reviews/record';
import { boolean, id, index, instant, integer, ref, table, text, uniqueIndex } from '../columns';
import { reviews } from './reviews';

const ofReview = () =>
  ref()
    .notNull()
    .references(() => reviews.id, { onDelete: 'cascade' });

/** What either side says of a figure of the pack, or of a section where it names none. */
export const reviewComments = table(
  'review_comments',
  {
    id: id(),
    reviewId: ofReview(),
    /** The part that its section stands in: some sections are there in both. */
    part: text(packParts).notNull().default('shared'),
    sectionId: text().notNull(),
    figureId: text(),
    side: text(['ours', 'vendor']).notNull(),
    /** Ours alone: the vendor does not learn of it. */
    internal: boolean().notNull(),
    personId: ref(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [index('review_comments_review').on(t.reviewId)],
);

/** What a side wants to talk about, and what it suggests to do better. */
export const reviewItems = table(
  'review_items',
  {
    id: id(),
    reviewId: ofReview(),
    kind: text(itemKinds).notNull(),
    side: text(['ours', 'vendor']).notNull(),
    title: text().notNull(),
    details: text(),
    personId: ref(),
    writtenAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [index('review_items_review').on(t.reviewId)],
);

/** Notes of the meeting, one text for each point of the agenda; `version` counts what was saved. */
export const reviewNotes = table(
  'review_notes',
  {
    id: id(),
    reviewId: ofReview(),
    agenda: text(agendaItems as [(typeof agendaItems)[number], ...typeof agendaItems]).notNull(),
    text: text().notNull(),
    version: integer().notNull(),
    personId: ref(),
    writtenAt: instant().notNull(),
  },
  (t) => [uniqueIndex('review_notes_item').on(t.reviewId, t.agenda)],
);

/** Every saved version of a note, those that met another's among them: no word is lost. */
export const reviewNoteVersions = table(
  'review_note_versions',
  {
    id: id(),
    noteId: ref()
      .notNull()
      .references(() => reviewNotes.id, { onDelete: 'cascade' }),
    /** The version that it became; null where it met another's and was set aside. */
    version: integer(),
    text: text().notNull(),
    personId: ref(),
    writtenAt: instant().notNull(),
  },
  (t) => [index('review_note_versions_note').on(t.noteId)],
);

/** What was decided; a consequence is one for the vendor's standing (volume, tier, probation, exit). */
export const reviewDecisions = table(
  'review_decisions',
  {
    id: id(),
    reviewId: ofReview(),
    agenda: text().notNull(),
    kind: text(decisionKinds).notNull(),
    text: text().notNull(),
    personId: ref(),
    decidedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    index('review_decisions_review').on(t.reviewId),
    index('review_decisions_kind').on(t.kind, t.decidedAt),
  ],
);

/** A rating of the pack, confirmed in the meeting or overruled with a reason. */
export const reviewRatings = table(
  'review_ratings',
  {
    id: id(),
    reviewId: ofReview(),
    /** The figure of the pack that bears the rating; `overall` is the vendor's. */
    figureId: text().notNull(),
    computed: text(packRatings),
    rating: text(packRatings).notNull(),
    reason: text(),
    personId: ref(),
    decidedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('review_ratings_figure').on(t.reviewId, t.figureId)],
);

/** How each side stands to the record. */
export const reviewSignatures = table(
  'review_signatures',
  {
    id: id(),
    reviewId: ofReview(),
    side: text(['ours', 'vendor']).notNull(),
    state: text(signatureStates).notNull(),
    personId: ref(),
    comment: text(),
    signedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('review_signatures_side').on(t.reviewId, t.side)],
);
