import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { lockAdministrators, personToChange, type PersonRow } from '~/auth/person-record.server';
import { done, refused, type Outcome, type Reason } from '~/shared/outcome';
import { accessTokens, repeatableRequests } from '~db/schema/api';
import { calendarFeeds, people, reviewGrants, sessions, signInLinks } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { vendorInvitations } from '~db/schema/self-service';
import { savedViews } from '~db/schema/views';
import type { Reader, Store, Tx } from '~db/store.server';
import { erasedAddress } from './erased-address';
import { erasedName } from './erased-words.server';
import { replaceNames } from './name-traces.server';
import { owedBy } from './owed-work.server';
import { replaceNamesOfPerson } from './person-traces.server';
import { dropAddress } from './same-address.server';
import { deleteKeys } from './subject-keys.server';
import { removedContactsOfOurs } from './trail-subjects.server';

/**
 * Erases who a person was, for good: name, address, what signed the person in, letters, contacts of the same vendor under the
 * same address, and the key of what was sealed in the audit trail. What the person did stays, under a number. Refused while
 * the person may sign in (`erase_active`) or still owes work to somebody (`person_owes`).
 */
export async function erasePerson(
  store: Store,
  act: Act,
  { personId }: { personId: number },
): Promise<Outcome<{ number: number }>> {
  return store.transact(async (tx) => {
    await lockAdministrators(tx); // One erasure after the other: each has a number of its own.
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    const reason = await whyNotErased(tx, person);
    if (reason) return { ok: false, reason };
    const number = (await tx.$count(people, isNotNull(people.erasedAt))) + 1;
    await forget(tx, act, person, number);
    await record(tx, act, {
      action: 'person.erased',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
      after: { number },
    });
    return done({ number });
  });
}

/** Why a person can't be erased yet; null where nothing stands against it. */
export async function whyNotErased(
  reader: Reader,
  { id, active, erasedAt }: Pick<PersonRow, 'id' | 'active' | 'erasedAt'>,
): Promise<Reason | null> {
  if (erasedAt !== null) return { code: 'person_erased' };
  if (active) return { code: 'erase_active' };
  const owed = await owedBy(reader, id);
  const isFree = Object.values(owed).every((count) => count === 0);
  return isFree ? null : { code: 'person_owes', params: owed };
}

async function forget(tx: Tx, act: Act, person: PersonRow, number: number): Promise<void> {
  const { id, vendorId, name, email } = person;
  await dropAccess(tx, id);
  await tx.delete(mails).where(eq(mails.toPersonId, id));
  await dropAddress(tx, { email, vendorId });
  await replaceNamesOfPerson(tx, { id, name }, erasedName(number));
  if (vendorId !== null) await replaceNames(tx, { name, email, vendorId }, erasedName(number));
  else await deleteKeys(tx, await removedContactsOfOurs(tx, email));
  await deleteKeys(tx, [{ entity: 'person', entityId: String(id) }]);
  await tx
    .update(people)
    .set({
      name: erasedName(number),
      email: erasedAddress(number),
      passwordHash: null,
      timeZone: 'UTC',
      failedSignIns: 0,
      lockedUntil: null,
      erasedAt: act.now.toISOString(),
    })
    .where(eq(people.id, id));
}

/** Whatever let the person in or was the person's alone. */
async function dropAccess(tx: Tx, personId: number): Promise<void> {
  for (const table of [
    sessions,
    signInLinks,
    calendarFeeds,
    accessTokens,
    repeatableRequests,
    savedViews,
    reviewGrants,
  ])
    await tx.delete(table).where(eq(table.personId, personId));
  // One that waits or was not followed would let somebody in under the old address.
  await tx
    .delete(vendorInvitations)
    .where(and(eq(vendorInvitations.personId, personId), isNull(vendorInvitations.acceptedAt)));
}
