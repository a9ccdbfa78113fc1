import { inArray } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import {
  personRecipients,
  queueMails,
  recipientsOfVendors,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { isShownToVendors } from './action';
import type { Action } from './find-action.server';

/** An action as far as who is to do it needs to know it. */
export type Given = Pick<
  Action,
  'id' | 'vendorId' | 'origin' | 'side' | 'ownerId' | 'title' | 'dueOn'
>;

/**
 * Writes to who is given an action to do: a person of ours, or the vendor's people where it is one that they see. Whoever
 * gave it to themselves is told nothing, nor is anybody where nobody is named.
 */
export async function tellOwner(tx: Tx, act: Act, given: Given): Promise<void> {
  const theirs = await recipientsOfVendors(tx, isShownToVendors(given) ? [given.vendorId] : []);
  await tell(tx, act, [given], theirs);
}

/** The same for the people of ours whom a record gave actions; the record writes to the vendor itself. */
export async function tellOwnersOfOurs(tx: Tx, act: Act, given: readonly Given[]): Promise<void> {
  const ours = given.filter(({ side }) => side === 'ours');
  await tell(tx, act, ours, new Map());
}

/** A letter for each action and whoever is to do it, in a fixed number of queries. */
async function tell(
  tx: Tx,
  act: Act,
  given: readonly Given[],
  theirs: ReadonlyMap<number, readonly Recipient[]>,
): Promise<void> {
  const ours = await personRecipients(
    tx,
    given.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const self = personIdOf(act);
  const letters = given.flatMap((action) =>
    (isShownToVendors(action)
      ? (theirs.get(action.vendorId) ?? [])
      : ours.filter(({ personId }) => personId === action.ownerId)
    )
      .filter(({ personId }) => self === null || personId !== self)
      .map((to) => ({ action, to })),
  );
  if (letters.length === 0) return;
  const named = await vendorNames(
    tx,
    given.map(({ vendorId }) => vendorId),
  );
  await queueMails(
    tx,
    act,
    letters.map(({ action, to }) => ({
      recipients: [to],
      letter: {
        template: 'actionGiven' as const,
        vendorId: isShownToVendors(action) ? action.vendorId : null,
        params: wordsOf(act, action, named.get(action.vendorId) ?? '', to),
      },
    })),
  );
}

function wordsOf({ actor }: Act, { id, title, dueOn }: Given, vendor: string, to: Recipient) {
  const t = translate(to.locale);
  return {
    what: title ?? '',
    due: dueOn ?? t('actions:noDue'),
    vendor,
    person: actor.kind === 'person' ? actor.name : t('common:product'),
    link: `/actions/${id}`,
  };
}

async function vendorNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
