import { parentPort, workerData } from 'node:worker_threads';
import { chunksOf } from './serve/chunk-port';
import { fileWriters } from './serve/file-writers';
import type { Asked, PrinterData, Reply } from './serve/print-thread';

const writers = fileWriters((workerData as PrinterData).uploads);

/** The server's printing thread: what is to be written in, files out, so that pages stay quick meanwhile. */
parentPort?.on('message', (asked: Asked) => {
  const answer = (reply: Reply) => parentPort?.postMessage(reply);
  const { id } = asked;
  write(asked).then(
    (file) => answer({ id, file }),
    (error: unknown) =>
      answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});

function write({ kind, given, port }: Asked): Promise<unknown> {
  // What is given goes with the kind: both come from one call of a writer on the other side.
  const writer = writers[kind] as (given: unknown) => Promise<unknown>;
  return writer(port ? { ...given, chunks: chunksOf(port) } : given);
}
