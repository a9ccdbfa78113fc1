import { asc, gt } from 'drizzle-orm';
import { auditEntries, auditHead } from '~db/schema/audit';
import type { Reader } from '~db/store.server';
import { entryHash } from './record.server';

const CHUNK = 1000;

export type ChainCheck = { entries: number; brokenAt: number | null };

/** Walks the whole audit trail; `brokenAt` is the first entry that was changed, removed or put in. */
export async function verifyChain(reader: Reader): Promise<ChainCheck> {
  let previousHash = '';
  let last = 0;
  let entries = 0;
  for (;;) {
    const chunk = await reader
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.sequence, last))
      .orderBy(asc(auditEntries.sequence))
      .limit(CHUNK);
    for (const { sequence, hash, ...entry } of chunk) {
      if (entry.previousHash !== previousHash || entryHash(entry) !== hash) {
        return { entries, brokenAt: sequence };
      }
      previousHash = hash;
      last = sequence;
      entries += 1;
    }
    if (chunk.length < CHUNK) break;
  }
  const [head] = await reader.select().from(auditHead);
  const whole = (head?.hash ?? '') === previousHash;
  return { entries, brokenAt: whole ? null : last + 1 };
}
