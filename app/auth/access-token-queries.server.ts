import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { markets } from '~db/schema/markets';
import { people } from '~db/schema/auth';
import { accessTokens } from '~db/schema/api';
import type { Reader, Store } from '~db/store.server';
import { visitorColumns } from './visitor-columns.server';
import type { Scope } from './act';
import { peopleWithin } from './person-record.server';
import { tokenHash } from './session.server';

/** A use is noted at most this often. Minutes. */
const NOTED_MINUTES = 1;
/** Tokens that an administrator's page shows at once. */
const MOST_SHOWN = 500;

const columns = {
  id: accessTokens.id,
  name: accessTokens.name,
  ending: accessTokens.ending,
  readOnly: accessTokens.readOnly,
  createdAt: accessTokens.createdAt,
  expiresAt: accessTokens.expiresAt,
  lastUsedAt: accessTokens.lastUsedAt,
  lastAddress: accessTokens.lastAddress,
  revokedAt: accessTokens.revokedAt,
};

/** A person's access tokens that were not revoked, the newest first; those that have expired are among them. */
export async function tokensOf(reader: Reader, personId: number) {
  return reader
    .select(columns)
    .from(accessTokens)
    .where(and(eq(accessTokens.personId, personId), isNull(accessTokens.revokedAt)))
    .orderBy(desc(accessTokens.createdAt));
}

/** Everybody's access tokens within the scope, the newest first. */
export async function allTokens(reader: Reader, scope: Scope) {
  return reader
    .select({ ...columns, personId: people.id, personName: people.name, email: people.email })
    .from(accessTokens)
    .innerJoin(people, eq(people.id, accessTokens.personId))
    .where(and(isNull(accessTokens.revokedAt), peopleWithin(scope)))
    .orderBy(desc(accessTokens.createdAt))
    .limit(MOST_SHOWN);
}

/** The person behind an access token, with the reach of an insider; null where it does not live or the person may not. */
export async function findBearer(reader: Reader, token: string) {
  const [row] = await reader
    .select({
      ...visitorColumns,
      tokenId: accessTokens.id,
      readOnly: accessTokens.readOnly,
      lastUsedAt: accessTokens.lastUsedAt,
    })
    .from(accessTokens)
    .innerJoin(people, eq(people.id, accessTokens.personId))
    .leftJoin(markets, eq(markets.id, people.reachMarketId))
    .where(
      and(
        eq(accessTokens.tokenHash, tokenHash(token)),
        isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, machineClock.now().toISOString()),
        eq(people.active, true),
      ),
    );
  return row ?? null;
}

export type Bearer = NonNullable<Awaited<ReturnType<typeof findBearer>>>;

/** Notes when and from where a token was last used, now and then. */
export async function noteUse(
  store: Store,
  { tokenId, lastUsedAt }: Pick<Bearer, 'tokenId' | 'lastUsedAt'>,
  address: string | null,
): Promise<void> {
  const now = machineClock.now();
  const isRecent =
    lastUsedAt !== null && now.getTime() - Date.parse(lastUsedAt) < NOTED_MINUTES * 60_000;
  if (isRecent) return;
  await store.transact(async (tx) => {
    await tx
      .update(accessTokens)
      .set({ lastUsedAt: now.toISOString(), lastAddress: address })
      .where(eq(accessTokens.id, tokenId));
  });
}
