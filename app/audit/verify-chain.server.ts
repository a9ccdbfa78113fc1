import { asc, gt } from 'drizzle-orm';
import { auditEntries, auditHead } from '~db/schema/audit';
import type { Reader } from '~db/store.server';
import { entryHash } from './record.server';

const CHUNK = 1000;

/**
 * `brokenAt` is the first entry that was changed, removed or put in. `notedAt` is the entry that has the hash noted
 * earlier: null where it no longer stands in the trail, 0 where none was noted.
 */
export type ChainCheck = {
  entries: number;
  brokenAt: number | null;
  lastHash: string;
  notedAt: number | null;
};

/** Walks the whole audit trail and reckons every hash anew. */
export async function verifyChain(reader: Reader, noted?: string): Promise<ChainCheck> {
  let lastHash = '';
  let last = 0;
  let entries = 0;
  let notedAt = noted === undefined ? 0 : null;
  for (;;) {
    const chunk = await reader
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.sequence, last))
      .orderBy(asc(auditEntries.sequence))
      .limit(CHUNK);
    for (const { sequence, hash, ...entry } of chunk) {
      if (entry.previousHash !== lastHash || entryHash(entry) !== hash)
        return { entries, brokenAt: sequence, lastHash, notedAt };
      lastHash = hash;
      last = sequence;
      entries += 1;
      if (hash === noted) notedAt = sequence;
    }
    if (chunk.length < CHUNK) break;
  }
  const [head] = await reader.select().from(auditHead);
  const whole = (head?.hash ?? '') === lastHash;
  return { entries, brokenAt: whole ? null : last + 1, lastHash, notedAt };
}
