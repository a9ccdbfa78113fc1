import { and, eq, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { machineClock } from '~/shared/clock';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import { accessTokens } from '~db/schema/api';
import type { Store } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { peopleWithin } from './person-record.server';

/** Ends one of the own access tokens at once; somebody else's is as if it were not there. */
export async function revokeOwnToken(
  store: Store,
  act: Act,
  { tokenId }: { tokenId: number },
): Promise<Outcome> {
  const personId = personIdOf(act);
  return revoke(store, act, tokenId, (owner) => owner.id === personId);
}

/** Ends anybody's access token within the reach: an administrator's to do. */
export async function revokeAnyToken(
  store: Store,
  act: Act,
  { tokenId }: { tokenId: number },
): Promise<Outcome> {
  return revoke(store, act, tokenId, () => true);
}

async function revoke(
  store: Store,
  act: Act,
  tokenId: number,
  isTheirs: (owner: { id: number }) => boolean,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const [found] = await tx
      .select({ id: people.id, vendorId: people.vendorId, name: accessTokens.name })
      .from(accessTokens)
      .innerJoin(people, eq(people.id, accessTokens.personId))
      .where(and(eq(accessTokens.id, tokenId), peopleWithin(act.scope)));
    if (!found || !isTheirs(found)) return refused('not_found');
    const ended = await tx
      .update(accessTokens)
      .set({ revokedAt: machineClock.now().toISOString() })
      .where(and(eq(accessTokens.id, tokenId), isNull(accessTokens.revokedAt)))
      .returning({ id: accessTokens.id });
    if (ended.length === 0) return done();
    await record(tx, act, {
      action: 'access_token.revoked',
      entity: 'person',
      entityId: found.id,
      vendorId: found.vendorId,
      before: { name: found.name },
    });
    return done();
  });
}
