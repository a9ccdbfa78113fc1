import { useEffect, useState } from 'react';
import { machineClock } from '~/shared/clock';

export type NoteOnServer = {
  agenda: string;
  text: string;
  version: number;
  person: string | null;
  isMine: boolean;
};
export type Live = { notes: NoteOnServer[]; changedAt: ReadonlyMap<string, number> };

const EVERY = 3000;
/** Somebody whose note came in so many milliseconds ago is still writing. */
const WRITING = 20_000;

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
        if (!answer.ok) return;
        const { notes } = (await answer.json()) as { notes: NoteOnServer[] };
        setLive((before) => ({ notes, changedAt: changes(before, notes) }));
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

/** True while another's words keep coming in to a note. */
export function isBeingWritten({ changedAt }: Live, agenda: string): boolean {
  const at = changedAt.get(agenda);
  return at !== undefined && machineClock.now().getTime() - at < WRITING;
}

/** When this page saw each note change; what stood there when it first looked is no change. */
function changes(before: Live | null, notes: readonly NoteOnServer[]): Map<string, number> {
  const at = machineClock.now().getTime();
  const known = new Map(before?.notes.map(({ agenda, version }) => [agenda, version]));
  const changed = new Map(before?.changedAt);
  for (const { agenda, version } of notes)
    if (before && version !== known.get(agenda)) changed.set(agenda, at);
  return changed;
}
