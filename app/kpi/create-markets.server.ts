import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { chunks } from '~/shared/chunks';
import { randomId } from '~db/columns';
import { markets } from '~db/schema/markets';
import type { Tx } from '~db/store.server';
import type { NewMarket } from './new-markets';

/**
 * Registers the markets that a confirmed mapping names, below the global market; those that are there stay. What a vendor
 * named (`reportedBy`) no other vendor sees, unless it names the same.
 */
export async function createMarkets(
  tx: Tx,
  act: Act,
  wanted: readonly NewMarket[],
  reportedBy: number | null,
): Promise<void> {
  if (wanted.length === 0) return;
  const known = await codesThere(tx, wanted, reportedBy);
  const [root] = await tx
    .select({ id: markets.id, path: markets.path })
    .from(markets)
    .where(eq(markets.level, 'global'))
    .limit(1);
  const added = wanted
    .filter(({ code }) => !known.has(code))
    .map(({ code, name }) => {
      const id = randomId();
      return {
        id,
        code,
        nameEn: name,
        nameZh: name,
        level: 'city' as const,
        parentId: root?.id ?? null,
        path: `${root?.path ?? '/'}${id}/`,
        reportedBy,
      };
    });
  if (added.length === 0) return;
  await tx.insertMany(markets, added);
  await record(tx, act, {
    action: 'markets.added',
    entity: 'market',
    entityId: added[0]?.id ?? 0,
    vendorId: reportedBy,
    after: { codes: added.map(({ code }) => code) },
  });
}

/** Which of the codes are taken already. Those that another vendor alone had named are now named by two: the house's. */
async function codesThere(
  tx: Tx,
  wanted: readonly NewMarket[],
  reportedBy: number | null,
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of chunks(wanted)) {
    const among = inArray(
      markets.code,
      some.map(({ code }) => code),
    );
    const there = await tx.select({ code: markets.code }).from(markets).where(among);
    for (const { code } of there) known.add(code);
    const others = reportedBy === null ? undefined : ne(markets.reportedBy, reportedBy);
    await tx
      .update(markets)
      .set({ reportedBy: null })
      .where(and(among, isNotNull(markets.reportedBy), others));
  }
  return known;
}
