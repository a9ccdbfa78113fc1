import { useCallback, useEffect, useRef, useState } from 'react';
import type { AgendaItem } from '~/packs/section';
import { keptNoteKey, putTogether, readKeptNote } from './kept-note';

export type NoteState = 'saved' | 'typing' | 'saving' | 'offline' | 'met' | 'refused';
export type OtherNote = { text: string; version: number; person: string | null };

/** How long one may pause while typing before the text is saved, and how long until a lost connection is tried again. */
const PAUSE = 700;
const TRY_AGAIN = 4000;

type Answer = { kind: 'saved'; version: number } | { kind: 'met'; mine: string; theirs: OtherNote };

/**
 * A note that is saved as it is typed. Until the portal has it, it is kept in the browser and sent again; where another's
 * version came first, both texts are held until the writer has chosen.
 */
export function useSavedNote(reviewId: number, agenda: AgendaItem, stored: OtherNote) {
  const [text, setText] = useState(stored.text);
  const [state, setState] = useState<NoteState>('saved');
  const [theirs, setTheirs] = useState<OtherNote | null>(null);
  const typed = useRef(stored.text);
  const known = useRef({ text: stored.text, version: stored.version });
  const isSending = useRef(false);
  const isMet = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const key = keptNoteKey(reviewId, agenda);

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    // While two texts wait for a choice, what is typed on is kept in the browser alone.
    if (isSending.current || isMet.current || typed.current === known.current.text) return;
    isSending.current = true;
    setState('saving');
    const sent = typed.current;
    const answer = await post(`/reviews/${reviewId}/notes/${agenda}`, sent, known.current.version);
    isSending.current = false;
    if (answer === 'lost' || answer === 'refused') {
      setState(answer === 'lost' ? 'offline' : 'refused');
      if (answer === 'lost') timer.current = setTimeout(() => void send(), TRY_AGAIN);
      return;
    }
    if (answer.kind === 'met') {
      isMet.current = true;
      setTheirs(answer.theirs);
      setState('met');
      return;
    }
    known.current = { text: sent, version: answer.version };
    if (typed.current === sent) {
      forget(key);
      setState('saved');
    } else timer.current = setTimeout(() => void send(), PAUSE);
  }, [agenda, key, reviewId]);

  const write = useCallback(
    (next: string) => {
      typed.current = next;
      setText(next);
      keep(key, next, known.current.version);
      setState((now) => (now === 'met' ? 'met' : 'typing'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE);
    },
    [key, send],
  );

  // What an earlier page could not save is taken up again, upon the version that it was written on.
  useEffect(() => {
    const kept = readKeptNote(read(key));
    if (kept && kept.text !== known.current.text) {
      known.current = { ...known.current, version: kept.version };
      write(kept.text);
    }
    const again = () => void send();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, [key, send, write]);

  /** Another's version that came in while nothing of one's own waits is simply shown. */
  const takeIn = useCallback((other: OtherNote) => {
    if (other.version <= known.current.version || typed.current !== known.current.text) return;
    known.current = { text: other.text, version: other.version };
    typed.current = other.text;
    setText(other.text);
  }, []);

  const settle = useCallback(
    (choice: 'theirs' | 'mine' | 'both') => {
      if (!theirs) return;
      const mine = typed.current;
      known.current = { text: theirs.text, version: theirs.version };
      setTheirs(null);
      isMet.current = false;
      if (choice === 'theirs') {
        typed.current = theirs.text;
        setText(theirs.text);
        forget(key);
        setState('saved');
        return;
      }
      setState('typing');
      write(choice === 'mine' ? mine : putTogether(theirs.text, mine));
    },
    [key, theirs, write],
  );

  return { text, state, theirs, write, settle, takeIn, sendNow: send };
}

export type SavedNote = ReturnType<typeof useSavedNote>;

async function post(
  path: string,
  text: string,
  version: number,
): Promise<Answer | 'lost' | 'refused'> {
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
    return answer.status >= 500 ? 'lost' : 'refused';
  } catch {
    return 'lost';
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
