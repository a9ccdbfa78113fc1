import { and, eq, ne } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { sessions } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { tokenHash } from './session.server';

/** Ends one of the own sessions, such as that of a lost phone; somebody else's is as if it were not there. */
export async function endSession(
  store: Store,
  act: Act,
  { sessionId }: { sessionId: string },
): Promise<Outcome> {
  const personId = personIdOf(act);
  if (personId === null) return refused('not_found');
  return store.transact(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.tokenHash, sessionId), eq(sessions.personId, personId)))
      .returning({ createdAt: sessions.createdAt });
    if (ended.length === 0) return refused('not_found');
    await record(tx, act, {
      action: 'person.session_ended',
      entity: 'person',
      entityId: personId,
      before: { signedInAt: ended[0]?.createdAt },
    });
    return done();
  });
}

/** Ends all of the own sessions but the one that asks (`session` is its token). */
export async function endOtherSessions(
  store: Store,
  act: Act,
  { session }: { session: string },
): Promise<Outcome<{ ended: number }>> {
  const personId = personIdOf(act);
  if (personId === null) return refused('not_found');
  return store.transact(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), ne(sessions.tokenHash, tokenHash(session))))
      .returning({ createdAt: sessions.createdAt });
    if (ended.length > 0)
      await record(tx, act, {
        action: 'person.other_sessions_ended',
        entity: 'person',
        entityId: personId,
        before: { sessions: ended.length },
      });
    return done({ ended: ended.length });
  });
}
