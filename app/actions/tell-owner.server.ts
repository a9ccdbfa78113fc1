import { and, eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { queueMail, vendorRecipients, type Recipient } from '~/notifications/queue-mail.server';
import { people } from '~db/schema/auth';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { isShownToVendors } from './action';
import type { Action } from './find-action.server';

type Given = Pick<Action, 'id' | 'vendorId' | 'origin' | 'side' | 'ownerId' | 'title' | 'dueOn'>;

/**
 * Writes to who is given an action to do: a person of ours, or the vendor's people where it is one that they see. Whoever
 * gave it to themselves is told nothing, nor is anybody where nobody is named.
 */
export async function tellOwner(tx: Tx, act: Act, given: Given): Promise<void> {
  const { id, vendorId, ownerId, title, dueOn } = given;
  const recipients = isShownToVendors(given)
    ? await vendorRecipients(tx, vendorId)
    : await personOf(tx, ownerId);
  const self = personIdOf(act);
  const others = recipients.filter(({ personId }) => self === null || personId !== self);
  if (others.length === 0) return;
  const [vendor] = await tx
    .select({ name: vendors.name })
    .from(vendors)
    .where(eq(vendors.id, vendorId));
  await queueMail(tx, act, others, {
    template: 'actionGiven',
    vendorId: isShownToVendors(given) ? vendorId : null,
    params: {
      what: title ?? '',
      due: dueOn ?? '–',
      vendor: vendor?.name ?? '',
      person: act.actor.kind === 'person' ? act.actor.name : 'Mainstay',
      link: `/actions/${id}`,
    },
  });
}

async function personOf(tx: Tx, personId: number | null): Promise<Recipient[]> {
  if (personId === null) return [];
  return tx
    .select({ personId: people.id, address: people.email, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)));
}
