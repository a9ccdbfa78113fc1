import { useEffect, useState } from 'react';

export type NoteOnServer = {
  agenda: string;
  text: string;
  version: number;
  person: string | null;
  isMine: boolean;
  writtenAt: string;
};
type Live = { now: string; notes: NoteOnServer[] };

const EVERY = 3000;

/** The notes as the portal has them, asked anew every few seconds while the page is in sight. */
export function useLiveNotes(reviewId: number, isRunning: boolean): Live | null {
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    const stop = new AbortController();
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      try {
        const answer = await fetch(`/reviews/${reviewId}/notes`, { signal: stop.signal });
        if (answer.ok) setLive((await answer.json()) as Live);
      } catch {
        // Without a connection the page stands as it is; the next question comes soon.
      }
    };
    const timer = setInterval(() => void ask(), EVERY);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [reviewId, isRunning]);
  return live;
}
