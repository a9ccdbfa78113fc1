/*
 * A page asks the server for its next data, and sends what was entered, by requests of the framework. Where the network
 * is away, such a request waits, so that the page and what was typed on it stay: one that only reads until the network is
 * back, one that changes something until it is sent again by hand. The browser does not say whether it arrived before
 * its answer was lost.
 */
type Listener = () => void;
type Fetch = typeof fetch;
type Input = Parameters<Fetch>[0];

const listeners = new Set<Listener>();
/** What waits: how it is sent again, and whether it only reads. */
const waiting = new Map<() => void, boolean>();

/** What waits for the network: nothing, what only reads, or something that may have arrived already. */
export function connectionState(): 'there' | 'lost' | 'unanswered' {
  if (waiting.size === 0) return 'there';
  return [...waiting.values()].every((reads) => reads) ? 'lost' : 'unanswered';
}

export function onConnection(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends again all that waits, as its reader asks. */
export function tryAgain(): void {
  for (const send of [...waiting.keys()]) send();
}

/** Asks again for what only reads, once the network is back. */
export function readAgain(): void {
  for (const [send, reads] of [...waiting]) if (reads) send();
}

/** The browser's `fetch` with requests for a page's data held while the network is away, until they are sent or called off. */
export function holding(send: Fetch): Fetch {
  return async (input, init) => {
    for (;;) {
      try {
        return await send(input, init);
      } catch (error) {
        const signal = init?.signal;
        if (!(error instanceof TypeError) || !asksForPage(input) || signal?.aborted) throw error;
        await again(isRead(input, init), signal ?? null);
        signal?.throwIfAborted();
      }
    }
  };
}

function isRead(input: Input, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  return method.toUpperCase() === 'GET';
}

function asksForPage(input: Input): boolean {
  const address = input instanceof Request ? input.url : String(input);
  return new URL(address, 'http://page').pathname.endsWith('.data');
}

/** Resolves when it is to be sent again, or when the page no longer wants it. */
function again(reads: boolean, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const send = () => {
      waiting.delete(send);
      tell();
      resolve();
    };
    waiting.set(send, reads);
    signal?.addEventListener('abort', send, { once: true });
    tell();
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}
