import { parentPort } from 'node:worker_threads';
import { remarkedFile } from '~/kpi/remarked-file.server';
import { print } from '~/print/print.server';
import type { Asked, PrintTask, Reply } from './serve/print-thread';

/** The server's printing thread: documents, slides and reports in, files out, so that pages stay quick meanwhile. */
parentPort?.on('message', ({ id, task }: Asked) => {
  const answer = (reply: Reply) => parentPort?.postMessage(reply);
  perform(task).then(
    (printed) => answer({ id, printed }),
    (error: unknown) =>
      answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});

function perform(task: PrintTask) {
  switch (task.kind) {
    case 'print':
      return print(task.printable);
    case 'remarks':
      return remarkedFile(task.uploads, task.task);
  }
}
