import { useEffect, useMemo, useState } from 'react';
import type { AgendaItem } from '~/packs/section';
import { keptNoteKey } from './kept-note';
import {
  noteInHand,
  sendNote,
  settleNote,
  stopNote,
  takeInNote,
  takeUpNote,
  writeNote,
  type NoteShown,
  type OtherNote,
} from './note-in-hand';

/** A note that is saved as it is typed. */
export function useSavedNote(reviewId: number, agenda: AgendaItem, stored: OtherNote) {
  const [shown, setShown] = useState<NoteShown>({
    text: stored.text,
    state: 'saved',
    theirs: null,
  });
  const [note] = useState(() =>
    noteInHand(
      {
        path: `/reviews/${reviewId}/notes/${agenda}`,
        key: keptNoteKey(reviewId, agenda),
        stored,
      },
      (change) => setShown((now) => ({ ...now, ...change })),
    ),
  );
  useEffect(() => {
    takeUpNote(note);
    const again = () => void sendNote(note);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      stopNote(note);
    };
  }, [note]);
  const steps = useMemo(
    () => ({
      write: (text: string) => writeNote(note, text),
      settle: (choice: 'theirs' | 'mine' | 'both') => settleNote(note, choice),
      takeIn: (other: OtherNote) => takeInNote(note, other),
      sendNow: () => sendNote(note),
    }),
    [note],
  );
  return { ...shown, ...steps };
}

export type SavedNote = ReturnType<typeof useSavedNote>;
