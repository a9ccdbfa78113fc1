import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import type { Act } from './act';
import { mailPasswordLink } from './password-link.server';
import { passwordReason } from './password';
import { hashPassword } from './password.server';
import { personFields } from './person';
import { personColumns } from './person-record.server';

/**
 * Takes a person in. Without a password an invitation goes out by mail, whose link sets one. `input` has the texts of
 * `personFields`; refusals name the fields.
 */
export async function addPerson(
  store: Store,
  act: Act,
  input: unknown,
  password?: string,
): Promise<Outcome<{ personId: number }>> {
  const fields = readFields(personFields, input);
  if (!fields.ok) return fields;
  const reason = password === undefined ? null : passwordReason(password, fields.value);
  if (reason) return { ok: false, reason };
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return store.transact(async (tx) => {
    const columns = await personColumns(tx, act.scope, fields.value, null);
    if (!columns.ok) return columns;
    const [row] = await tx
      .insert(people)
      .values({ ...columns.value, passwordHash, createdAt: act.now.toISOString() })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!row) return refused('already_exists', { value: columns.value.email }, 'email');
    await record(tx, act, {
      action: 'person.added',
      entity: 'person',
      entityId: row.id,
      vendorId: columns.value.vendorId,
      after: columns.value,
    });
    if (passwordHash === null)
      await mailPasswordLink(tx, act, { id: row.id, ...columns.value }, 'invitation');
    return done({ personId: row.id });
  });
}
