import { parentPort } from 'node:worker_threads';
import type { PrintedDocument } from '~/print/printed-document';
import { renderPdf } from '~/print/render-pdf.server';

/** The server's printing thread: documents in, PDF out, so that pages stay quick meanwhile. */
parentPort?.on('message', ({ id, document }: { id: number; document: PrintedDocument }) => {
  renderPdf(document).then(
    (pdf) => parentPort?.postMessage({ id, pdf }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      }),
  );
});
