import { getTableColumns, inArray, is, Table } from 'drizzle-orm';
import * as schema from '~db/schema';
import type { Reader, Store } from '~db/store.server';
import { keptBefore, removeKept } from './upload-folder.server';

/** Hashes asked for at once. */
const CHUNK = 500;

/** Whatever table has a hash of a file: one that comes later claims its files by itself. */
const claims = Object.values(schema as Record<string, unknown>).flatMap((part) => {
  if (!is(part, Table)) return [];
  const { sha256 } = getTableColumns(part);
  return sha256 ? [{ table: part, sha256 }] : [];
});

/**
 * Removes the kept files that no record names, because what would have recorded them failed or its server died. Files kept
 * since `before` are spared: their record may be on its way.
 */
export async function clearUnclaimed(
  portal: { store: Store; uploads: string },
  before: Date,
): Promise<number> {
  let cleared = 0;
  for await (const kept of keptBefore(portal.uploads, before)) {
    for (let from = 0; from < kept.length; from += CHUNK) {
      const asked = kept.slice(from, from + CHUNK);
      const claimed = await claimedOf(portal.store.read, asked);
      for (const sha256 of asked.filter((each) => !claimed.has(each)))
        if (await removeKept(portal.uploads, sha256, before)) cleared += 1;
    }
  }
  return cleared;
}

async function claimedOf(reader: Reader, hashes: readonly string[]): Promise<Set<unknown>> {
  const claimed = new Set<unknown>();
  for (const { table, sha256 } of claims) {
    const rows = await reader
      .select({ sha256 })
      .from(table)
      .where(inArray(sha256, [...hashes]));
    for (const row of rows) claimed.add(row.sha256);
  }
  return claimed;
}
