import { desc, eq } from 'drizzle-orm';
import { entryHash } from '~/audit/record.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Reader } from '~db/store.server';

/** Entries of the audit trail reckoned anew whenever the desk is opened; the whole of it is the command's business. */
const ENTRIES_CHECKED = 200;

/** How the portal itself stands: people who sign in, letters that were kept, and the audit trail's end. */
export async function portalFigures(reader: Reader) {
  return {
    people: await reader.$count(people, eq(people.active, true)),
    keptLetters: await reader.$count(mails, eq(mails.state, 'kept')),
    entries: await reader.$count(auditEntries),
    chain: await chainEnd(reader),
  };
}

/** Whether the latest entries of the audit trail are as they were written, each chained to the one before. */
async function chainEnd(reader: Reader): Promise<{ checked: number; isWhole: boolean }> {
  const rows = await reader
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(ENTRIES_CHECKED);
  const isWhole = rows.every(({ sequence: _, hash, ...entry }, index) => {
    const before = rows[index + 1];
    return entryHash(entry) === hash && (!before || entry.previousHash === before.hash);
  });
  return { checked: rows.length, isWhole };
}
