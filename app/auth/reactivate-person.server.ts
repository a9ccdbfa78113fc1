import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import type { Act } from './act';
import { personToChange } from './person-record.server';

/** Lets a person in again, with the password of before. */
export async function reactivatePerson(
  store: Store,
  act: Act,
  { personId }: { personId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    if (person.active) return refused('person_active');
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
