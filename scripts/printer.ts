import { parentPort } from 'node:worker_threads';
import type { Printable } from '~/print/print';
import { print } from '~/print/print.server';

/** The server's printing thread: documents and slides in, files out, so that pages stay quick meanwhile. */
parentPort?.on('message', ({ id, printable }: { id: number; printable: Printable }) => {
  print(printable).then(
    (file) => parentPort?.postMessage({ id, file }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      }),
  );
});
