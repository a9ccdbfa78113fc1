import { and, desc, eq, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import type { AgendaItem } from '~/packs/section';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { people } from '~db/schema/auth';
import { reviewNotes, reviewNoteVersions } from '~db/schema/review-records';
import type { Reader, Store, Tx } from '~db/store.server';
import { loadReview, recordReview } from './load-review.server';
import { isRecordOpen } from './record';
import { noteFields } from './record-fields';

/** A note as it stands: its text, which version that is, and who wrote it when. */
export type Note = { text: string; version: number; person: string | null; writtenAt: string };

export type SavedNote =
  | { kind: 'saved'; version: number }
  /** Another's version came first: this text is set aside and the other's stands. */
  | { kind: 'met'; mine: string; theirs: Note };

/**
 * Saves the note of a point of the agenda as it is typed. The writer says which version they started from; where
 * another's has come in between, nothing is overwritten: the text is set aside beside it, for the writer to put together.
 */
export async function saveNote(
  store: Store,
  act: Act,
  { reviewId, agenda }: { reviewId: number; agenda: AgendaItem },
  input: unknown,
): Promise<Outcome<SavedNote>> {
  const read = readFields(noteFields, input);
  if (!read.ok) return read;
  const { version } = read.value;
  const text = read.value.text.replaceAll('\0', '').replaceAll('\r\n', '\n');
  return store.transact(async (tx): Promise<Outcome<SavedNote>> => {
    const found = await loadReview(tx, act, reviewId);
    if (!found) return refused('not_found');
    if (!isRecordOpen(found.review.state)) return refused('review_not_open');
    const standing = await noteOf(tx, reviewId, agenda);
    if (standing && standing.text === text)
      return done({ kind: 'saved', version: standing.version });
    if (standing && standing.version !== version) {
      await setAside(tx, act, standing.id, text);
      await recordReview(tx, act, found, { action: 'review.note_set_aside', after: { agenda } });
      return done({ kind: 'met', mine: text, theirs: standing });
    }
    return done({
      kind: 'saved',
      version: await write(tx, act, { reviewId, agenda, text }, standing),
    });
  });
}

type Kept = Note & { id: number };

/** The note of a point as it stands; null where nothing is written yet. */
async function noteOf(reader: Reader, reviewId: number, agenda: AgendaItem): Promise<Kept | null> {
  const [row] = await reader
    .select({
      id: reviewNotes.id,
      text: reviewNotes.text,
      version: reviewNotes.version,
      person: people.name,
      writtenAt: reviewNotes.writtenAt,
    })
    .from(reviewNotes)
    .leftJoin(people, eq(people.id, reviewNotes.personId))
    .where(and(eq(reviewNotes.reviewId, reviewId), eq(reviewNotes.agenda, agenda)));
  return row ?? null;
}

type Written = { reviewId: number; agenda: AgendaItem; text: string };

async function write(tx: Tx, act: Act, { text, ...place }: Written, standing: Kept | null) {
  const by = { text, personId: personIdOf(act), writtenAt: act.now.toISOString() };
  const id = standing?.id ?? randomId();
  const version = (standing?.version ?? 0) + 1;
  if (standing)
    await tx
      .update(reviewNotes)
      .set({ ...by, version })
      .where(eq(reviewNotes.id, id));
  else await tx.insert(reviewNotes).values({ id, ...place, ...by, version });
  await tx.insert(reviewNoteVersions).values({ noteId: id, version, ...by });
  return version;
}

/** Keeps a text that met another's; the same text sent again, by a browser that had no answer, is kept once. */
async function setAside(tx: Tx, act: Act, noteId: number, text: string): Promise<void> {
  const [last] = await tx
    .select({ text: reviewNoteVersions.text })
    .from(reviewNoteVersions)
    .where(and(eq(reviewNoteVersions.noteId, noteId), isNull(reviewNoteVersions.version)))
    .orderBy(desc(reviewNoteVersions.writtenAt), desc(reviewNoteVersions.id))
    .limit(1);
  if (last?.text === text) return;
  await tx.insert(reviewNoteVersions).values({
    noteId,
    version: null,
    text,
    personId: personIdOf(act),
    writtenAt: act.now.toISOString(),
  });
}
