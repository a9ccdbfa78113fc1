import { join } from 'node:path';
import { everything } from '~/auth/act';
import { figuresOf } from '~/packs/show-value';
import { freezePack } from '~/reviews/freeze-pack.server';
import { packOf } from '~/reviews/pack-queries.server';
import { seconds, type Line } from './line';
import { act, MARKETS, MONTHS, planLargeReview } from './review-world';
import { emptyStore, inFolder, timed } from './temporary';

/** A pack is frozen by a worker; nobody waits for it longer than this. */
const MOST_SECONDS = 3;

/** Freezing the pack of a vendor with so many terms over twelve markets and three years. */
export async function benchPacks(terms: number): Promise<Line[]> {
  return inFolder(async (folder) => {
    const store = await emptyStore(join(folder, 'store.sqlite'));
    const reviewId = await planLargeReview(store, terms);
    const ms = await timed(() => freezePack(store, act, reviewId));
    const kept = await packOf(store.read, everything, reviewId, 'shared');
    await store.close();
    const figures = figuresOf(kept?.pack.sections ?? []).length;
    const kilobytes = JSON.stringify(kept?.pack ?? {}).length / 1000;
    return [
      {
        what: `freeze the pack of ${terms} terms in ${MARKETS} markets over ${MONTHS} months`,
        measured: `${seconds(ms)}, ${figures} figures, ${kilobytes.toFixed(0)} KB`,
        value: ms / 1000,
        limit: MOST_SECONDS,
      },
    ];
  });
}
