import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { everything } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { isDeck, type Printable } from '~/print/print';
import { freezePack } from '~/reviews/freeze-pack.server';
import { paperPages, paperSlides } from '~/reviews/paper';
import { findPaper } from '~/reviews/paper-queries.server';
import type { Store } from '~db/store.server';
import { root } from '../house/run.mjs';
import { printThread, type PrintThread } from '../serve/print-thread';
import { milliseconds, type Line } from './line';
import { act, planLargeReview } from './review-world';
import { emptyStore, inFolder, timed } from './temporary';
import { now } from './world';

const LIMIT_MS = { pdf: 15_000, slides: 15_000 };

/** How long the papers of a large vendor's review take in the server's printing thread. */
export async function benchReviewPapers(terms: number): Promise<Line[]> {
  return inFolder(async (folder) => {
    const store = await emptyStore(join(folder, 'store.sqlite'));
    const thread = printThread(
      pathToFileURL(join(root, 'build', 'printer.js')),
      join(folder, 'uploads'),
    );
    // The thread keeps no process alive by itself.
    const alive = setInterval(() => undefined, 1000);
    try {
      const papers = await papersOf(store, terms);
      const lines: Line[] = [];
      for (const printable of papers) lines.push(await timeOf(thread, printable, terms));
      return lines;
    } finally {
      clearInterval(alive);
      await thread.stop();
      await store.close();
    }
  });
}

/** PDF and slides of the part that both sides get, in each language. */
async function papersOf(store: Store, terms: number): Promise<Printable[]> {
  const reviewId = await planLargeReview(store, terms);
  const frozen = await freezePack(store, act, reviewId);
  if (!frozen.ok) throw new Error(`the pack was refused: ${frozen.reason.code}`);
  const paper = await findPaper(store.read, everything, reviewId, { part: 'shared', now });
  if (!paper) throw new Error('the review has no pack');
  return languages.flatMap((language) => {
    const t = translate(language);
    return [paperPages(paper, language, t), paperSlides(paper, language, t)];
  });
}

async function timeOf(
  { filesFor }: Pick<PrintThread, 'filesFor'>,
  printable: Printable,
  terms: number,
): Promise<Line> {
  let size = 0;
  const value = await timed(async () => {
    size =
      (await filesFor('bench', new AbortController().signal)?.print(printable))?.byteLength ?? 0;
  });
  const kind = isDeck(printable) ? 'slides' : 'pdf';
  return {
    what: `review of ${terms} terms as ${kind}, ${printable.language}, ms`,
    measured: `${milliseconds(value)}, ${(size / 1e6).toFixed(1)} MB`,
    value,
    limit: LIMIT_MS[kind],
  };
}
