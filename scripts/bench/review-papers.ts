import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { everything, type Act } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { isDeck, type Printable } from '~/print/print';
import { freezePack } from '~/reviews/freeze-pack.server';
import { paperPages, paperSlides } from '~/reviews/paper';
import { findPaper } from '~/reviews/paper-queries.server';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { root } from '../house/run.mjs';
import { printThread } from '../serve/print-thread';
import { milliseconds, type Line } from './line';
import { emptyStore, inFolder, timed } from './temporary';
import { addMarkets, asOf, fillWorld, now } from './world';

const MARKETS = 12;
const MONTHS = 36;
const LIMIT_MS = { pdf: 15_000, slides: 15_000 };

/** How long the papers of a large vendor's review take in the server's printing thread. */
export async function benchReviewPapers(share: number): Promise<Line[]> {
  const terms = Math.max(1, Math.round(200 * share));
  return inFolder(async (folder) => {
    const store = await emptyStore(join(folder, 'store.sqlite'));
    const thread = printThread(pathToFileURL(join(root, 'build', 'printer.js')));
    try {
      const papers = await papersOf(store, await reviewOf(store, terms));
      const lines: Line[] = [];
      for (const printable of papers) lines.push(await timeOf(thread.print, printable, terms));
      return lines;
    } finally {
      await thread.stop();
      await store.close();
    }
  });
}

/** A vendor with so many terms over three years in twelve markets, and its last quarter's review with a frozen pack. */
async function reviewOf(store: Store, terms: number): Promise<number> {
  const world = await fillWorld(store, { vendors: 1, kpis: terms, months: MONTHS });
  const [vendorId = 0] = world.vendorIds;
  await addMarkets(store, vendorId, MARKETS);
  await evaluateDueContracts(store, now, asOf);
  const id = randomId();
  const at = now.toISOString();
  await store.transact((tx) =>
    tx.insertMany(reviews, [
      {
        ...{ id, vendorId, quarter: periodOf(2023, 10), state: 'planned' as const },
        ...{ meetsAt: at, minutes: 60, timeZone: 'Europe/Paris' },
        ...{ calendarUid: `review-${id}@mainstay`, createdAt: at },
      },
    ]),
  );
  const act: Act = { actor: { kind: 'command' }, now, scope: everything };
  const frozen = await freezePack(store, act, id);
  if (!frozen.ok) throw new Error(`the pack was refused: ${frozen.reason.code}`);
  return id;
}

/** PDF and slides of the part that both sides get, in each language. */
async function papersOf(store: Store, reviewId: number): Promise<Printable[]> {
  const paper = await findPaper(store.read, everything, reviewId, { part: 'shared', now });
  if (!paper) throw new Error('the review has no pack');
  return languages.flatMap((language) => {
    const t = translate(language);
    return [paperPages(paper, language, t), paperSlides(paper, language, t)];
  });
}

async function timeOf(
  print: (printable: Printable) => Promise<Uint8Array>,
  printable: Printable,
  terms: number,
): Promise<Line> {
  let size = 0;
  const value = await timed(async () => {
    size = (await print(printable)).byteLength;
  });
  const kind = isDeck(printable) ? 'slides' : 'pdf';
  return {
    what: `review of ${terms} terms as ${kind}, ${printable.language}, ms`,
    measured: `${milliseconds(value)}, ${(size / 1e6).toFixed(1)} MB`,
    value,
    limit: LIMIT_MS[kind],
  };
}
