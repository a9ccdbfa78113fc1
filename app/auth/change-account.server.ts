import { eq } from 'drizzle-orm';
import { changedFields } from '~/audit/entry';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { personIdOf, type Act } from './act';
import { accountFields, type AccountFields } from './person';
import { checkName } from './person-record.server';

/** A person changes the own name, language and time zone. */
export async function changeAccount(store: Store, act: Act, input: unknown): Promise<Outcome> {
  const fields = readFields(accountFields, input);
  return fields.ok ? keep(store, act, fields.value) : fields;
}

async function keep(store: Store, act: Act, columns: AccountFields): Promise<Outcome> {
  const personId = personIdOf(act);
  if (personId === null) return refused('not_found');
  return store.transact(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return refused('not_found');
    const change = changedFields(person, columns);
    if (!change) return done();
    const name = await checkName(tx, person, { name: columns.name, role: person.role });
    if (!name.ok) return name;
    await tx.update(people).set(columns).where(eq(people.id, personId));
    await record(tx, act, {
      action: 'person.account_changed',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
      ...change,
    });
    return done();
  });
}
