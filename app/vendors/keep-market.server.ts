import { and, eq, sql } from 'drizzle-orm';
import type { Act, Scope } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { markets } from '~db/schema/markets';
import type { Store, Tx } from '~db/store.server';
import { checkPlace } from './market';
import { marketFields, type MarketFields } from './market-fields';
import { marketPath, marketTree, moveMarket } from './market-tree';

/**
 * Adds a market, or (with `marketId`) renames or moves it with everything in it. Refused: a code that is taken, a place
 * that its level does not allow, and a move into itself (`market_cycle`).
 */
export async function keepMarket(
  store: Store,
  act: Act,
  marketId: number | null,
  input: unknown,
): Promise<Outcome<{ marketId: number }>> {
  const fields = readFields(marketFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const all = await tx.select().from(markets);
    const before = marketId === null ? null : all.find(({ id }) => id === marketId);
    if (before === undefined || (before && !within(act.scope, before.path)))
      return refused('not_found');
    const parent = all.find(({ id }) => id === fields.value.parent) ?? null;
    const wrong = checkMarket(act.scope, fields.value, before, parent, all);
    if (!wrong.ok) return wrong;
    const id = before?.id ?? randomId();
    const tree = marketTree([...all, { id, parentId: before?.parentId ?? null }]);
    const moved = moveMarket(tree, id, parent?.id ?? null);
    if (!moved.ok) return refused(moved.reason.code, {}, 'parent');
    const { parent: parentId, ...names } = fields.value;
    // Whoever keeps it takes it into the register, for every vendor to see.
    const after = { ...names, parentId, path: marketPath(moved.value, id), reportedBy: null };
    if (before) await changeMarket(tx, before, after);
    else await tx.insert(markets).values({ id, ...after });
    await record(tx, act, {
      action: before ? 'market.changed' : 'market.added',
      entity: 'market',
      entityId: id,
      before,
      after,
    });
    return done({ marketId: id });
  });
}

type Market = typeof markets.$inferSelect;

function checkMarket(
  scope: Scope,
  { code, level, parent: parentId }: MarketFields,
  before: Market | null,
  parent: Market | null,
  all: readonly Market[],
): Outcome {
  if (all.some((other) => other.code === code && other.id !== before?.id))
    return refused('already_exists', { value: code }, 'code');
  if (parentId !== null && !parent) return refused('not_a_choice', {}, 'parent');
  const stays = before !== null && before.parentId === parentId;
  if (!stays && !within(scope, parent?.path ?? ''))
    return refused('market_out_of_reach', {}, 'parent');
  const place = checkPlace(level, parent?.level ?? null);
  if (!place.ok) return place;
  const children = all.filter((market) => before !== null && market.parentId === before.id);
  return children.every((child) => checkPlace(child.level, level).ok)
    ? done()
    : refused('market_level_below', {}, 'level');
}

function within(scope: Scope, path: string): boolean {
  return scope.kind === 'everything' || (scope.kind === 'reach' && path.startsWith(scope.path));
}

/** A moved market takes everything in it along: their paths begin with its own. */
async function changeMarket(tx: Tx, before: Market, after: Omit<Market, 'id'>): Promise<void> {
  await tx.update(markets).set(after).where(eq(markets.id, before.id));
  if (after.path === before.path) return;
  await tx
    .update(markets)
    .set({ path: sql`${after.path} || substr(${markets.path}, ${before.path.length + 1})` })
    .where(
      and(
        sql`substr(${markets.path}, 1, ${before.path.length}) = ${before.path}`,
        sql`${markets.id} <> ${before.id}`,
      ),
    );
}
