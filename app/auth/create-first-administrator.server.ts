import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people, settings } from '~db/schema/auth';
import type { Reader, Store } from '~db/store.server';
import type { Act } from './act';
import { passwordReason } from './password';
import { hashPassword } from './password.server';
import { personFields } from './person';
import { addSession, type SessionOrigin } from './session.server';
import { asThemself } from './sign-in.server';

const firstFields = personFields.omit({ role: true, vendor: true, reach: true });

/** True while the store knows nobody. */
export async function nobodyIsHere(reader: Reader): Promise<boolean> {
  const [somebody] = await reader.select({ id: people.id }).from(people).limit(1);
  return somebody === undefined;
}

/**
 * Takes in the first administrator of an empty store and signs him in: while nobody is there, and once in the life of
 * the store, also when two try at the same moment.
 */
export async function createFirstAdministrator(
  store: Store,
  act: Act,
  { password, from, ...input }: { password: string; from: SessionOrigin } & Record<string, unknown>,
): Promise<Outcome<{ token: string }>> {
  const fields = readFields(firstFields, input);
  if (!fields.ok) return fields;
  const reason = passwordReason(password, fields.value);
  if (reason) return { ok: false, reason };
  const passwordHash = await hashPassword(password);
  return store.transact(async (tx) => {
    const at = act.now.toISOString();
    const [first] = await tx
      .insert(settings)
      .values({ name: 'founded', value: at, changedAt: at })
      .onConflictDoNothing()
      .returning();
    if (!first || !(await nobodyIsHere(tx))) return refused('not_found');
    const columns = { ...fields.value, role: 'administrator' as const };
    const [row] = await tx
      .insert(people)
      .values({ ...columns, passwordHash, createdAt: at })
      .returning({ id: people.id });
    if (!row) throw new Error('the first administrator was not stored');
    await record(tx, asThemself(act, { id: row.id, ...columns }), {
      action: 'person.first_administrator',
      entity: 'person',
      entityId: row.id,
      after: columns,
    });
    return done({ token: await addSession(tx, row.id, from) });
  });
}
