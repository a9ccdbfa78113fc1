import type { Visit } from '~/auth/require-person.server';
import { colleagues } from '~/actions/colleague-queries.server';
import { measureChoices } from '~/actions/measure';
import { measuresOf } from '~/actions/measure-queries.server';
import type { FoundReview } from '~/reviews/find-review.server';
import { daysOf } from '~/reviews/load-review.server';
import { packOf } from '~/reviews/pack-queries.server';
import { isRecordOpen } from '~/reviews/record';
import {
  commentsOf,
  decisionsOf,
  itemsOf,
  notesOf,
  ratingsOf,
  setAsideTexts,
} from '~/reviews/record-queries.server';
import { agendaItems } from '~/packs/section';
import { ratedFigures } from '~/packs/show-value';
import { actionsOfReview } from '../_app.reviews.$reviewId._index/load-page.server';

/** What the meeting works with: the pack's points, what was brought, and everything written down so far. */
export async function loadMeeting(visit: Visit, { review, ...found }: FoundReview) {
  const { reader, scope, now, t, locale } = visit;
  const shared = await packOf(reader, scope, review.id, 'shared');
  const { today } = daysOf({ review, ...found }, now);
  const notes = await notesOf(reader, review.id);
  const settled = await ratingsOf(reader, review.id);
  return {
    id: review.id,
    quarter: review.quarter,
    vendor: found.vendor.name,
    state: review.state,
    openedAt: review.openedAt,
    heldAt: review.heldAt,
    now: now.toISOString(),
    isOpen: isRecordOpen(review.state),
    points: agendaItems.map((agenda) => ({
      agenda,
      exceptions:
        shared?.pack.sections.flatMap((section) =>
          section.agenda === agenda ? section.exceptions : [],
        ) ?? [],
      sections:
        shared?.pack.sections.flatMap((section) =>
          section.agenda === agenda ? [section.id] : [],
        ) ?? [],
      note: noteOn(notes, agenda),
    })),
    ratings: (shared ? ratedFigures(shared.pack) : []).map(({ id, label, rating }) => ({
      id,
      label,
      rating,
      settled: settled.find(({ figureId }) => figureId === id) ?? null,
    })),
    setAside: await setAsideTexts(reader, review.id),
    // The page is looked at by both sides: what is ours alone stays on the page of the pack.
    comments: (await commentsOf(reader, scope, review.id)).filter(({ internal }) => !internal),
    items: await itemsOf(reader, review.id),
    decisions: await decisionsOf(reader, review.id),
    actions: await actionsOfReview(visit, review.id, today),
    colleagues: await colleagues(reader),
    measures: measureChoices(await measuresOf(reader, found.vendor.id), { t, locale }),
  };
}

type Notes = Awaited<ReturnType<typeof notesOf>>;

/** The note of a point as its editor takes it up; version 0 where nothing is written yet. */
function noteOn(notes: Notes, agenda: string) {
  const note = notes.find((one) => one.agenda === agenda);
  return note
    ? { text: note.text, version: note.version, person: note.person }
    : { text: '', version: 0, person: null };
}

export type Meeting = Awaited<ReturnType<typeof loadMeeting>>;
