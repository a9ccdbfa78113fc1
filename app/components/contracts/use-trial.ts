import { useEffect, useState } from 'react';
import type { Outcome } from '~/shared/outcome';
import type { Trial } from './trial';

const PAUSE_MS = 450;

export type TrialState = { answer: Outcome<Trial> | null; isBusy: boolean };

/** Tries the term as typed, once the typing pauses (null: not yet whole); the last answer stays in sight meanwhile. */
export function useTrial(src: string, document: Record<string, unknown> | null): TrialState {
  const text = document && JSON.stringify(document);
  const [answered, setAnswered] = useState<{ text: string | null; answer: Outcome<Trial> | null }>({
    text: null,
    answer: null,
  });
  useEffect(() => {
    if (text === null) return;
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      ask(src, text, stop.signal).then(
        (answer) => setAnswered({ text, answer }),
        () => setAnswered((before) => (stop.signal.aborted ? before : { text, answer: null })),
      );
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [src, text]);
  return { answer: answered.answer, isBusy: text !== null && answered.text !== text };
}

async function ask(src: string, text: string, signal: AbortSignal): Promise<Outcome<Trial> | null> {
  const response = await fetch(src, {
    method: 'POST',
    body: new URLSearchParams({ document: text }),
    signal,
  });
  return response.ok || response.status === 422
    ? ((await response.json()) as Outcome<Trial>)
    : null;
}
