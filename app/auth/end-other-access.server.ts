import { and, eq, isNull } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { accessTokens } from '~db/schema/api';
import { calendarFeeds } from '~db/schema/auth';
import type { Tx } from '~db/store.server';

/** Ends what lets somebody in beside sessions and mailed links: the secret address of the calendar, and access tokens. */
export async function endOtherAccess(tx: Tx, personId: number): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
  await tx
    .update(accessTokens)
    .set({ revokedAt: machineClock.now().toISOString() })
    .where(and(eq(accessTokens.personId, personId), isNull(accessTokens.revokedAt)));
}
