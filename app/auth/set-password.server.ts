import { and, eq, ne } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, sessions, signInLinks } from '~db/schema/auth';
import type { Store, Tx } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { endOtherAccess } from './end-other-access.server';
import { findLink, takeLink } from './password-link.server';
import { passwordReason } from './password';
import { hashPassword, isPassword } from './password.server';
import { tokenHash } from './session.server';

/**
 * Sets the password of the person to whom a link was mailed; the link is used up, every session, the address of the
 * person's calendar and the access tokens of their programs end.
 */
export async function setPasswordByLink(
  store: Store,
  act: Act,
  { token, password }: { token: string; password: string },
): Promise<Outcome> {
  const expected = await findLink(store.read, token);
  if (!expected) return refused('link_dead');
  const reason = passwordReason(password, expected);
  if (reason) return { ok: false, reason };
  const passwordHash = await hashPassword(password);
  return store.transact(async (tx) => {
    const person = await takeLink(tx, token);
    if (!person) return refused('link_dead');
    await tx.delete(sessions).where(eq(sessions.personId, person.id));
    await keepPassword(tx, act, person.id, passwordHash, 'person.password_set');
    return done();
  });
}

/** A signed-in person changes the own password, knowing the old one; all else by which somebody may act for them ends. */
export async function changeOwnPassword(
  store: Store,
  act: Act,
  { current, password, session }: { current: string; password: string; session: string },
): Promise<Outcome> {
  const personId = personIdOf(act);
  if (personId === null) return refused('not_allowed');
  const [person] = await store.read.select().from(people).where(eq(people.id, personId));
  if (!(await isPassword(current, person?.passwordHash ?? null)) || !person)
    return refused('password_wrong', {}, 'current');
  const reason = passwordReason(password, person);
  if (reason) return { ok: false, reason };
  if (password === current) return refused('password_same', {}, 'password');
  const passwordHash = await hashPassword(password);
  return store.transact(async (tx) => {
    await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), ne(sessions.tokenHash, tokenHash(session))));
    await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
    await keepPassword(tx, act, personId, passwordHash, 'person.password_changed');
    return done();
  });
}

/** Keeps a password and ends what an earlier one may have given to somebody else. */
async function keepPassword(
  tx: Tx,
  act: Act,
  personId: number,
  passwordHash: string,
  action: string,
): Promise<void> {
  await endOtherAccess(tx, personId);
  const [person] = await tx
    .update(people)
    .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
    .where(eq(people.id, personId))
    .returning({ vendorId: people.vendorId });
  await record(tx, act, {
    action,
    entity: 'person',
    entityId: personId,
    vendorId: person?.vendorId ?? null,
  });
}
