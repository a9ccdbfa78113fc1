import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { calendarFeeds, people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import type { Reader, Store } from '~db/store.server';

/** Gives a person a secret address for their calendar; one given before stops working. The token is shown this once. */
export async function openFeed(store: Store, act: Act, personId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await store.transact(async (tx) => {
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    await tx
      .insert(calendarFeeds)
      .values({ personId, tokenHash: feedHash(token), createdAt: act.now.toISOString() });
    await record(tx, act, { action: 'calendar_feed.opened', entity: 'person', entityId: personId });
  });
  return token;
}

/** Ends a person's calendar address at once. */
export async function closeFeed(store: Store, act: Act, personId: number): Promise<void> {
  await store.transact(async (tx) => {
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    await record(tx, act, { action: 'calendar_feed.closed', entity: 'person', entityId: personId });
  });
}

/** Since when a person has a calendar address; null where there is none. */
export async function feedSince(reader: Reader, personId: number): Promise<string | null> {
  const [feed] = await reader
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId));
  return feed?.createdAt ?? null;
}

/** Whose calendar a token opens; null for one that is unknown, ended, or of a person who was deactivated. */
export async function ownerOfFeed(reader: Reader, token: string) {
  const [owner] = await reader
    .select({
      id: people.id,
      role: people.role,
      locale: people.locale,
      vendorId: people.vendorId,
      reachMarketId: people.reachMarketId,
      reachPath: markets.path,
    })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .leftJoin(markets, eq(markets.id, people.reachMarketId))
    .where(and(eq(calendarFeeds.tokenHash, feedHash(token)), eq(people.active, true)));
  return owner ?? null;
}

function feedHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
