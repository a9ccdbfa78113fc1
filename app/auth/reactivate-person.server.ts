import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store, Tx } from '~db/store.server';
import type { Act } from './act';
import { personToChange } from './person-record.server';
import { isShutOut } from './shut-out.server';

/**
 * Lets a person in again, with the password of before. Whoever was invited to speak for a vendor and never let in by a second
 * person comes in by that invitation alone.
 */
export async function reactivatePerson(
  store: Store,
  act: Act,
  { personId }: { personId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    if (person.erasedAt !== null) return refused('person_erased');
    if (person.active) return refused('person_active');
    if (await isUnconfirmed(tx, personId)) return refused('invitation_unconfirmed');
    await tx
      .update(people)
      .set({ active: true, failedSignIns: 0, lockedUntil: null })
      .where(eq(people.id, personId));
    await record(tx, act, {
      action: 'person.reactivated',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
      before: { active: false },
      after: { active: true },
    });
    return done();
  });
}

/**
 * Whether the person has an invitation that waits for a second person, or that was revoked before it was accepted; whom an
 * administrator shut out, an administrator lets in again.
 */
async function isUnconfirmed(tx: Tx, personId: number): Promise<boolean> {
  const [row] = await tx.select({ shutOut: isShutOut }).from(people).where(eq(people.id, personId));
  if (row?.shutOut) return false;
  const held = await tx.$count(
    vendorInvitations,
    and(
      eq(vendorInvitations.personId, personId),
      isNull(vendorInvitations.acceptedAt),
      or(isNotNull(vendorInvitations.waitsSince), isNotNull(vendorInvitations.revokedAt)),
    ),
  );
  return held > 0;
}
