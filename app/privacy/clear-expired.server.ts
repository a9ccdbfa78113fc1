import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { readSetting } from '~/settings/setting-queries.server';
import { machineClock } from '~/shared/clock';
import { sessions, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { subjectKeys } from '~db/schema/privacy';
import type { Store } from '~db/store.server';
import { attemptMonth, clearedBefore } from './retention';

/** So many rows in one transaction: nobody waits long for the writer's place. */
const CHUNK = 500;

/**
 * Clears what was kept for as long as the settings say: the texts of letters that are not on their way, ended sessions
 * and links, and the keys under which a month's addresses of strangers are sealed. Run twice, it does nothing.
 */
export async function clearExpired(store: Store, now: Date) {
  const { letterDays, sessionDays, attemptDays } = await readSetting(store.read, 'retention');
  const ended = clearedBefore(machineClock.now(), sessionDays); // Sessions live on the machine's clock.
  return {
    lettersCleared: await inChunks(() => clearLetters(store, clearedBefore(now, letterDays))),
    sessionsCleared: await inChunks(() => clearEnded(store, sessions, ended)),
    linksCleared: await inChunks(() => clearEnded(store, signInLinks, ended)),
    attemptsErased: await eraseAttempts(store, clearedBefore(now, attemptDays)),
  };
}

async function inChunks(clear: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const cleared = await clear();
    all += cleared;
    if (cleared < CHUNK) return all;
  }
}

/** Who was written to, when and about what stays; the text does not. */
function clearLetters(store: Store, before: string): Promise<number> {
  return store.transact(async (tx) => {
    const rows = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(
        and(
          lt(mails.createdAt, before),
          sql`${mails.body} <> ''`,
          inArray(mails.state, ['sent', 'failed', 'kept']),
        ),
      )
      .orderBy(asc(mails.createdAt))
      .limit(CHUNK);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await tx
        .update(mails)
        .set({ body: '', params: {}, attachments: null })
        .where(inArray(mails.id, ids));
    return ids.length;
  });
}

/** Sessions or mailed links that ended before then. */
function clearEnded(
  store: Store,
  table: typeof sessions | typeof signInLinks,
  before: string,
): Promise<number> {
  return store.transact(async (tx) => {
    const rows = await tx
      .select({ tokenHash: table.tokenHash })
      .from(table)
      .where(lt(table.expiresAt, before))
      .limit(CHUNK);
    const hashes = rows.map(({ tokenHash }) => tokenHash);
    if (hashes.length > 0) await tx.delete(table).where(inArray(table.tokenHash, hashes));
    return hashes.length;
  });
}

/** A month's key goes once the whole month is over for so long. */
function eraseAttempts(store: Store, before: string): Promise<number> {
  return store.transact(async (tx) => {
    const gone = await tx
      .delete(subjectKeys)
      .where(and(eq(subjectKeys.entity, 'visitor'), lt(subjectKeys.entityId, attemptMonth(before))))
      .returning({ id: subjectKeys.id });
    return gone.length;
  });
}
