import { eq, inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { randomId } from '~db/columns';
import { markets } from '~db/schema/markets';
import type { Tx } from '~db/store.server';
import type { NewMarket } from './new-markets';

/** Registers the markets that a confirmed mapping names, below the global market; those that are there stay. */
export async function createMarkets(tx: Tx, act: Act, wanted: readonly NewMarket[]): Promise<void> {
  if (wanted.length === 0) return;
  const codes = wanted.map(({ code }) => code);
  const there = await tx
    .select({ code: markets.code })
    .from(markets)
    .where(inArray(markets.code, codes));
  const known = new Set(there.map(({ code }) => code));
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
      };
    });
  if (added.length === 0) return;
  await tx.insert(markets).values(added);
  await record(tx, act, {
    action: 'markets.added',
    entity: 'market',
    entityId: added[0]?.id ?? 0,
    after: { codes: added.map(({ code }) => code) },
  });
}
