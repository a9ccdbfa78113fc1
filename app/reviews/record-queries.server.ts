import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { people } from '~db/schema/auth';
import {
  reviewComments,
  reviewDecisions,
  reviewItems,
  reviewNotes,
  reviewNoteVersions,
  reviewRatings,
  reviewSignatures,
} from '~db/schema/review-records';
import { reviewMoves } from '~db/schema/reviews';
import type { Reader } from '~db/store.server';

/*
 * What was said, noted and decided in a review that the caller has found within its scope. A vendor is shown nothing that
 * is ours alone.
 */

/** Comments on the pack in the order in which they were written. */
export async function commentsOf(reader: Reader, scope: Scope, reviewId: number) {
  return reader
    .select({
      id: reviewComments.id,
      part: reviewComments.part,
      sectionId: reviewComments.sectionId,
      figureId: reviewComments.figureId,
      side: reviewComments.side,
      internal: reviewComments.internal,
      text: reviewComments.text,
      person: people.name,
      writtenAt: reviewComments.writtenAt,
    })
    .from(reviewComments)
    .leftJoin(people, eq(people.id, reviewComments.personId))
    .where(
      and(
        eq(reviewComments.reviewId, reviewId),
        scope.kind === 'vendor' ? eq(reviewComments.internal, false) : undefined,
      ),
    )
    .orderBy(asc(reviewComments.writtenAt), asc(reviewComments.id));
}

/** What either side wants to talk about, without what was withdrawn. */
export async function itemsOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      id: reviewItems.id,
      kind: reviewItems.kind,
      side: reviewItems.side,
      title: reviewItems.title,
      details: reviewItems.details,
      person: people.name,
      writtenAt: reviewItems.writtenAt,
    })
    .from(reviewItems)
    .leftJoin(people, eq(people.id, reviewItems.personId))
    .where(and(eq(reviewItems.reviewId, reviewId), isNull(reviewItems.withdrawnAt)))
    .orderBy(asc(reviewItems.writtenAt), asc(reviewItems.id));
}

/** The notes as they stand, a text for each point of the agenda that has one. */
export async function notesOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      agenda: reviewNotes.agenda,
      text: reviewNotes.text,
      version: reviewNotes.version,
      person: people.name,
      personId: reviewNotes.personId,
      writtenAt: reviewNotes.writtenAt,
    })
    .from(reviewNotes)
    .leftJoin(people, eq(people.id, reviewNotes.personId))
    .where(eq(reviewNotes.reviewId, reviewId));
}

const MOST_SET_ASIDE = 50;

/** Texts that met another's version and were set aside, the latest first. */
export async function setAsideTexts(reader: Reader, reviewId: number) {
  return reader
    .select({
      id: reviewNoteVersions.id,
      agenda: reviewNotes.agenda,
      text: reviewNoteVersions.text,
      person: people.name,
      writtenAt: reviewNoteVersions.writtenAt,
    })
    .from(reviewNoteVersions)
    .innerJoin(reviewNotes, eq(reviewNotes.id, reviewNoteVersions.noteId))
    .leftJoin(people, eq(people.id, reviewNoteVersions.personId))
    .where(and(eq(reviewNotes.reviewId, reviewId), isNull(reviewNoteVersions.version)))
    .orderBy(desc(reviewNoteVersions.writtenAt), desc(reviewNoteVersions.id))
    .limit(MOST_SET_ASIDE);
}

/** Decisions in the order in which they were taken, without those taken back. */
export async function decisionsOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      id: reviewDecisions.id,
      agenda: reviewDecisions.agenda,
      kind: reviewDecisions.kind,
      text: reviewDecisions.text,
      decidedAt: reviewDecisions.decidedAt,
    })
    .from(reviewDecisions)
    .where(and(eq(reviewDecisions.reviewId, reviewId), isNull(reviewDecisions.withdrawnAt)))
    .orderBy(asc(reviewDecisions.decidedAt), asc(reviewDecisions.id));
}

/** What the meeting said to the ratings of the pack. */
export async function ratingsOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      figureId: reviewRatings.figureId,
      computed: reviewRatings.computed,
      rating: reviewRatings.rating,
      reason: reviewRatings.reason,
    })
    .from(reviewRatings)
    .where(eq(reviewRatings.reviewId, reviewId))
    .orderBy(asc(reviewRatings.figureId));
}

/** How each side stands to the record. */
export async function signaturesOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      side: reviewSignatures.side,
      state: reviewSignatures.state,
      comment: reviewSignatures.comment,
      person: people.name,
      signedAt: reviewSignatures.signedAt,
    })
    .from(reviewSignatures)
    .leftJoin(people, eq(people.id, reviewSignatures.personId))
    .where(eq(reviewSignatures.reviewId, reviewId))
    .orderBy(asc(reviewSignatures.signedAt), asc(reviewSignatures.side));
}

/** Each time the meeting was moved, and why. */
export async function movesOf(reader: Reader, reviewId: number) {
  return reader
    .select({
      id: reviewMoves.id,
      fromAt: reviewMoves.fromAt,
      toAt: reviewMoves.toAt,
      reason: reviewMoves.reason,
      person: people.name,
      movedAt: reviewMoves.movedAt,
    })
    .from(reviewMoves)
    .leftJoin(people, eq(people.id, reviewMoves.personId))
    .where(eq(reviewMoves.reviewId, reviewId))
    .orderBy(asc(reviewMoves.movedAt), asc(reviewMoves.id));
}
