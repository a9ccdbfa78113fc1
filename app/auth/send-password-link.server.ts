import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import type { Act } from './act';
import { hasLiveLink, mailPasswordLink } from './password-link.server';
import { personToChange } from './person-record.server';

/** An administrator mails a person a link that sets a new password; until it is used the old one stays. */
export async function sendPasswordLink(
  store: Store,
  act: Act,
  { personId }: { personId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const person = await personToChange(tx, act.scope, personId);
    if (!person) return refused('not_found');
    if (!person.active) return refused('person_inactive');
    await mailPasswordLink(tx, act, person, person.passwordHash === null ? 'invitation' : 'sent');
    await record(tx, act, {
      action: 'person.password_link_sent',
      entity: 'person',
      entityId: personId,
      vendorId: person.vendorId,
    });
    return done();
  });
}

/**
 * Somebody at the door asks for a link for an address. Nobody learns whether the address is known: the answer is the same,
 * the mail goes to those who are here. Whoever was invited and has not come in yet keeps the invitation, which a new link
 * would kill: anybody who knows the address could.
 */
export async function requestPasswordLink(
  store: Store,
  act: Act,
  { email }: { email: string },
): Promise<void> {
  await store.transact(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.email, email));
    if (!person?.active) return;
    if (person.passwordHash === null && (await hasLiveLink(tx, person.id))) return;
    await mailPasswordLink(tx, act, person, 'asked');
    await record(tx, act, {
      action: 'person.password_link_asked',
      entity: 'person',
      entityId: person.id,
      vendorId: person.vendorId,
    });
  });
}
