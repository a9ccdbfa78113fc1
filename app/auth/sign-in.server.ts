import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { machineClock } from '~/shared/clock';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store, Tx } from '~db/store.server';
import type { Act } from './act';
import { afterFailure, isLocked } from './lock-out';
import { isPassword } from './password.server';
import type { PersonRow } from './person-record.server';
import { addSession, type SessionOrigin } from './session.server';

type SignIn = { email: string; password: string; from: SessionOrigin };

/**
 * Opens a session for who knows the password. An unknown address, a wrong password, a resting and a deactivated account
 * are refused alike (`sign_in_failed`), after the same work.
 */
export async function signIn(
  store: Store,
  act: Act,
  { email, password, from }: SignIn,
): Promise<Outcome<{ token: string; personId: number }>> {
  const address = email.trim().toLowerCase();
  const [known] = await store.read.select().from(people).where(eq(people.email, address));
  const kept = known?.active ? known.passwordHash : null;
  const right = await isPassword(password, kept);
  return store.transact(
    async (tx) => {
      const person = known && (await standing(tx, known.id));
      if (!person?.active || isLocked(person, machineClock.now())) return refused('sign_in_failed');
      if (!right || person.passwordHash !== kept) {
        await countFailure(tx, act, person); // Kept, although it is refused.
        return refused('sign_in_failed');
      }
      await tx
        .update(people)
        .set({ failedSignIns: 0, lockedUntil: null })
        .where(eq(people.id, person.id));
      const token = await addSession(tx, person.id, from);
      await record(tx, asThemself(act, person), {
        action: 'person.signed_in',
        entity: 'person',
        entityId: person.id,
        vendorId: person.vendorId,
      });
      return done({ token, personId: person.id });
    },
    { keepRefused: true },
  );
}

async function standing(tx: Tx, id: number): Promise<PersonRow | undefined> {
  await tx.lockRow('people', 'id', id);
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  return person;
}

async function countFailure(tx: Tx, act: Act, person: PersonRow): Promise<void> {
  const lock = afterFailure(person, machineClock.now());
  await tx.update(people).set(lock).where(eq(people.id, person.id));
  await record(tx, act, {
    action: lock.lockedUntil === null ? 'person.sign_in_failed' : 'person.locked',
    entity: 'person',
    entityId: person.id,
    vendorId: person.vendorId,
    after: lock,
  });
}

/** From here on the visitor has a name. */
export function asThemself(
  act: Act,
  { id, name, role }: Pick<PersonRow, 'id' | 'name' | 'role'>,
): Act {
  const address = 'address' in act.actor ? act.actor.address : null;
  return { ...act, actor: { kind: 'person', personId: id, name, role, address } };
}
