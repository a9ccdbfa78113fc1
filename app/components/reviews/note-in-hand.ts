import { putTogether, readKeptNote } from './kept-note';

export type NoteState = 'saved' | 'typing' | 'saving' | 'offline' | 'met' | 'refused';
export type OtherNote = { text: string; version: number; person: string | null };

/** What a page shows of a note. */
export type NoteShown = { text: string; state: NoteState; theirs: OtherNote | null };

/**
 * A note between its writer and the portal. Until the portal has it, it is kept in the browser and sent again; where
 * another's version came first, both texts are held until the writer has chosen.
 */
export type NoteInHand = {
  /** Where it is posted to. */
  readonly path: string;
  /** Under which name the browser keeps it. */
  readonly key: string;
  readonly tell: (change: Partial<NoteShown>) => void;
  typed: string;
  /** What the portal has of it. */
  known: { text: string; version: number };
  /** Another's version that came first, until the writer has chosen. */
  theirs: OtherNote | null;
  isSending: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** How long one may pause while typing before the text is saved, and how long until a lost connection is tried again. */
export const PAUSE = 700;
export const TRY_AGAIN = 4000;

export function noteInHand(
  { path, key, stored }: { path: string; key: string; stored: OtherNote },
  tell: NoteInHand['tell'],
): NoteInHand {
  const known = { text: stored.text, version: stored.version };
  return {
    ...{ path, key, tell, typed: stored.text, known, theirs: null },
    ...{ isSending: false, timer: undefined },
  };
}

/** Sends what is typed and not yet known to the portal. */
export async function sendNote(note: NoteInHand): Promise<void> {
  stopNote(note);
  // While two texts wait for a choice, what is typed on is kept in the browser alone.
  if (note.isSending || note.theirs || note.typed === note.known.text) return;
  note.isSending = true;
  note.tell({ state: 'saving' });
  const sent = note.typed;
  const answer = await post(note.path, sent, note.known.version);
  note.isSending = false;
  switch (answer.kind) {
    case 'lost':
      note.tell({ state: 'offline' });
      return sendIn(note, TRY_AGAIN);
    case 'refused':
      return note.tell({ state: 'refused' });
    case 'met':
      note.theirs = answer.theirs;
      return note.tell({ state: 'met', theirs: answer.theirs });
    case 'saved':
      note.known = { text: sent, version: answer.version };
      if (note.typed !== sent) return sendIn(note, PAUSE);
      forget(note.key);
      return note.tell({ state: 'saved' });
  }
}

/** Takes what is typed; it is sent once the writer pauses. */
export function writeNote(note: NoteInHand, text: string): void {
  note.typed = text;
  keep(note.key, text, note.known.version);
  note.tell({ text, state: note.theirs ? 'met' : 'typing' });
  sendIn(note, PAUSE);
}

/** What an earlier page could not save is taken up again, upon the version that it was written on. */
export function takeUpNote(note: NoteInHand): void {
  const kept = readKeptNote(read(note.key));
  if (!kept || kept.text === note.known.text) return;
  note.known = { ...note.known, version: kept.version };
  writeNote(note, kept.text);
}

/** Another's version that came in while nothing of one's own waits is simply shown. */
export function takeInNote(note: NoteInHand, other: OtherNote): void {
  if (other.version <= note.known.version || note.typed !== note.known.text) return;
  note.known = { text: other.text, version: other.version };
  note.typed = other.text;
  note.tell({ text: other.text });
}

/** Of two texts that met, the writer says which stands. */
export function settleNote(note: NoteInHand, choice: 'theirs' | 'mine' | 'both'): void {
  const { theirs, typed } = note;
  if (!theirs) return;
  note.known = { text: theirs.text, version: theirs.version };
  note.theirs = null;
  if (choice === 'theirs') {
    note.typed = theirs.text;
    forget(note.key);
    return note.tell({ text: theirs.text, state: 'saved', theirs: null });
  }
  note.tell({ theirs: null });
  writeNote(note, choice === 'mine' ? typed : putTogether(theirs.text, typed));
}

/** Nothing is sent any more by itself. */
export function stopNote(note: NoteInHand): void {
  clearTimeout(note.timer);
}

function sendIn(note: NoteInHand, milliseconds: number): void {
  clearTimeout(note.timer);
  note.timer = setTimeout(() => void sendNote(note), milliseconds);
}

type Answer =
  | { kind: 'saved'; version: number }
  | { kind: 'met'; mine: string; theirs: OtherNote }
  | { kind: 'lost' }
  | { kind: 'refused' };

async function post(path: string, text: string, version: number): Promise<Answer> {
  const body = new FormData();
  body.set('text', text);
  body.set('version', String(version));
  try {
    const answer = await fetch(path, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
    });
    if (answer.status === 200 || answer.status === 409) return (await answer.json()) as Answer;
    return { kind: answer.status >= 500 ? 'lost' : 'refused' };
  } catch {
    return { kind: 'lost' };
  }
}

function keep(key: string, text: string, version: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ text, version }));
  } catch {
    // A browser that keeps nothing still saves as it goes.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
