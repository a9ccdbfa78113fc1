import { eq } from 'drizzle-orm';
import { changedFields } from '~/audit/entry';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, signInLinks } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { checkStanding, personFields } from './person';
import { lockAdministrators, personColumns, personToChange } from './person-record.server';

/**
 * Changes what is said of a person; another role takes effect with the person's next click. With another address, links die
 * that were mailed to the one of before: somebody else may read there.
 */
export async function changePerson(
  store: Store,
  act: Act,
  { personId, ...input }: { personId: number } & Record<string, unknown>,
): Promise<Outcome> {
  const fields = readFields(personFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    const activeAdministrators = await lockAdministrators(tx);
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    if (person.erasedAt !== null) return refused('person_erased');
    const by = { personId: personIdOf(act), activeAdministrators };
    const after = { role: fields.value.role, active: person.active };
    const standing = checkStanding(person, after, by);
    if (!standing.ok) return standing;
    const columns = await personColumns(tx, act.scope, fields.value, person);
    if (!columns.ok) return columns;
    const change = changedFields(person, columns.value);
    if (!change) return done();
    await tx.update(people).set(columns.value).where(eq(people.id, personId));
    if (columns.value.email !== person.email)
      await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
    await record(tx, act, {
      action: 'person.changed',
      entity: 'person',
      entityId: personId,
      vendorId: columns.value.vendorId,
      ...change,
    });
    return done();
  });
}
