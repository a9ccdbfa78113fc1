import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, sessions, signInLinks } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { endOtherAccess } from './end-other-access.server';
import { checkStanding } from './person';
import { lockAdministrators, personToChange } from './person-record.server';

/**
 * Shuts a person out: sessions, mailed links, the calendar's address and access tokens end at once and for good. What the
 * person did stays under the person's name.
 */
export async function deactivatePerson(
  store: Store,
  act: Act,
  { personId }: { personId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const activeAdministrators = await lockAdministrators(tx);
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    if (!person.active) return refused('person_inactive');
    const by = { personId: personIdOf(act), activeAdministrators };
    const standing = checkStanding(person, { role: person.role, active: false }, by);
    if (!standing.ok) return standing;
    await tx.update(people).set({ active: false }).where(eq(people.id, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
    await endOtherAccess(tx, personId);
    await record(tx, act, {
      action: 'person.deactivated',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
      before: { active: true },
      after: { active: false },
    });
    return done();
  });
}
