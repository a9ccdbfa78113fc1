/*
 * A page asks the server for its next data, and sends what was entered, by requests of the framework. Where the network
 * is away, such a request waits until it is back, so that the page and what was typed on it stay.
 */
type Listener = () => void;
type Fetch = typeof fetch;

const listeners = new Set<Listener>();
const waiting = new Set<() => void>();

/** Whether something waits for the network. */
export function isConnectionLost(): boolean {
  return waiting.size > 0;
}

export function onConnection(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends again what waits. */
export function tryAgain(): void {
  for (const send of [...waiting]) send();
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
        await again(signal ?? null);
        signal?.throwIfAborted();
      }
    }
  };
}

function asksForPage(input: Parameters<Fetch>[0]): boolean {
  const address = input instanceof Request ? input.url : String(input);
  return new URL(address, 'http://page').pathname.endsWith('.data');
}

/** Resolves when it is to be sent again, or when the page no longer wants it. */
function again(signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const send = () => {
      waiting.delete(send);
      tell();
      resolve();
    };
    waiting.add(send);
    signal?.addEventListener('abort', send, { once: true });
    tell();
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}
