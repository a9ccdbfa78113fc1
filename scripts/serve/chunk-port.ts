import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** A chunk as JSON, whose making and sending takes a tenth of the time of a copy; null after the last. */
type Handed = { chunk: string | null };

/**
 * The end of a port at which a thread gets chunks one by one, each made when it is asked for. Where one can't be made the
 * port is closed, and `broke` told why.
 */
export function chunkPort(
  chunks: AsyncIterable<unknown>,
  broke: (error: unknown) => void,
): MessagePort {
  const { port1: here, port2: there } = new MessageChannel();
  const rest = chunks[Symbol.asyncIterator]();
  const hand = async () => {
    const next = await rest.next();
    const handed: Handed = { chunk: next.done ? null : JSON.stringify(next.value) };
    here.postMessage(handed);
  };
  here.on('message', () => {
    hand().catch((error: unknown) => {
      broke(error);
      here.close();
    });
  });
  here.on('close', () => void rest.return?.());
  return there;
}

/** The chunks that come over such a port. */
export async function* chunksOf<Chunk>(port: MessagePort): AsyncGenerator<Chunk> {
  const closed = new AbortController();
  port.once('close', () => closed.abort());
  try {
    for (;;) {
      port.postMessage(null);
      const [{ chunk }] = (await once(port, 'message', { signal: closed.signal })) as [Handed];
      if (chunk === null) return;
      yield JSON.parse(chunk) as Chunk;
    }
  } finally {
    port.close();
  }
}
