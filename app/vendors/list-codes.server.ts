import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { randomId } from '~db/columns';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { ROOT_MARKET } from './market';

/** The world's names, given to a root that nobody has entered. */
const ROOT_NAMES = { nameEn: 'Global', nameZh: '全球' };

/**
 * Adds services and markets of which only the code is known: it is their name until somebody gives a better one. Markets
 * become cities under the root, which is added where it is missing. Returns the keys by code.
 */
export async function listCodes(
  tx: Tx,
  act: Act,
  codes: { services: readonly string[]; markets: readonly string[] },
): Promise<{ services: Map<string, number>; markets: Map<string, number> }> {
  const keys = { services: new Map<string, number>(), markets: new Map<string, number>() };
  for (const code of codes.services) {
    const row = { id: randomId(), code, nameEn: code, nameZh: code, requiredCertificates: [] };
    await tx.insert(services).values(row);
    await record(tx, act, {
      action: 'service.added',
      entity: 'service',
      entityId: row.id,
      after: row,
    });
    keys.services.set(code, row.id);
  }
  if (codes.markets.length === 0) return keys;
  const root = await rootMarket(tx, act);
  keys.markets.set(ROOT_MARKET, root.id);
  for (const code of codes.markets) {
    if (code === ROOT_MARKET) continue;
    const id = randomId();
    const row = {
      id,
      code,
      nameEn: code,
      nameZh: code,
      level: 'city' as const,
      parentId: root.id,
      path: `${root.path}${id}/`,
    };
    await tx.insert(markets).values(row);
    await record(tx, act, { action: 'market.added', entity: 'market', entityId: id, after: row });
    keys.markets.set(code, id);
  }
  return keys;
}

/** The root of the market tree, added where it is missing. */
async function rootMarket(tx: Tx, act: Act): Promise<{ id: number; path: string }> {
  const [found] = await tx
    .select({ id: markets.id, path: markets.path })
    .from(markets)
    .where(eq(markets.code, ROOT_MARKET));
  if (found) return found;
  const id = randomId();
  const row = {
    id,
    code: ROOT_MARKET,
    ...ROOT_NAMES,
    level: 'global' as const,
    parentId: null,
    path: `/${id}/`,
  };
  await tx.insert(markets).values(row);
  await record(tx, act, { action: 'market.added', entity: 'market', entityId: id, after: row });
  return { id, path: row.path };
}
