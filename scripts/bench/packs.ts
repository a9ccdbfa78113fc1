import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { figuresOf } from '~/packs/show-value';
import { freezePack } from '~/reviews/freeze-pack.server';
import { packOf } from '~/reviews/pack-queries.server';
import { reviewPacks } from '~db/schema/reviews';
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
    const [row] = await store.read
      .select({ body: reviewPacks.body })
      .from(reviewPacks)
      .where(eq(reviewPacks.part, 'shared'));
    await store.close();
    const figures = figuresOf(kept?.pack.sections ?? []).length;
    const kilobytes = ({ length }: string) => (length / 1000).toFixed(0);
    const text = kilobytes(JSON.stringify(kept?.pack ?? {}));
    return [
      {
        what: `freeze the pack of ${terms} terms in ${MARKETS} markets over ${MONTHS} months`,
        measured: `${seconds(ms)}, ${figures} figures, ${text} KB, kept as ${kilobytes(row?.body ?? '')} KB`,
        value: ms / 1000,
        limit: MOST_SECONDS,
      },
    ];
  });
}
