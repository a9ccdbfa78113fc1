import { and, asc, eq, isNull, ne, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { peopleWithin } from '~/auth/person-record.server';
import { withinScope } from '~/auth/scope.server';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import { contacts, vendors } from '~db/schema/vendors';
import type { Reader, Tx } from '~db/store.server';
import type { Staying } from './staying';
import { deleteKeys } from './subject-keys.server';

/** Whose address it is: somebody's at one vendor, or with us, where `vendorId` is null. */
export type Addressee = { email: string; vendorId: number | null };

/** The store folds capitals on both sides, so that what it can't fold is still compared as it is. */
function isAddress(column: AnyColumn, email: string): SQL {
  return sql`lower(${column}) = lower(${email})`;
}

/** Contacts that are the addressee: the vendor's, or those of our side at every vendor. */
export function contactsAt({ email, vendorId }: Addressee): SQL | undefined {
  const isOwn = vendorId === null ? eq(contacts.side, 'ours') : eq(contacts.vendorId, vendorId);
  return and(isAddress(contacts.email, email), isOwn);
}

/** Letters that went there about the vendor and to nobody who signs in. */
export function lettersAt({ email, vendorId }: Addressee): SQL | undefined {
  return and(
    isAddress(mails.toAddress, email),
    isNull(mails.toPersonId),
    vendorId === null ? undefined : eq(mails.vendorId, vendorId),
  );
}

/** Contacts under the address that are somebody else, or the same somebody elsewhere. */
function otherContacts({ email, vendorId }: Addressee): SQL | undefined {
  const isOther = vendorId === null ? eq(contacts.side, 'vendor') : ne(contacts.vendorId, vendorId);
  return and(isAddress(contacts.email, email), isOther);
}

/** Deletes an addressee's contacts with their keys, and letters to them. */
export async function dropAddress(tx: Tx, addressee: Addressee): Promise<void> {
  await tx.delete(mails).where(lettersAt(addressee));
  const gone = await tx
    .delete(contacts)
    .where(contactsAt(addressee))
    .returning({ id: contacts.id });
  await deleteKeys(
    tx,
    gone.map(({ id }) => ({ entity: 'contact', entityId: String(id) })),
  );
}

/** So many contacts of others are named; of the rest the page tells how many there are. */
const MOST_NAMED = 50;

/** Who has the same address and is not erased along: contacts of others, and for a contact who signs in under it. */
export async function sameAddressElsewhere(
  reader: Reader,
  scope: Scope,
  addressee: Addressee,
  personId: number | null,
): Promise<Pick<Staying, 'elsewhere' | 'more'>> {
  const others = and(otherContacts(addressee), withinScope(scope, contacts.vendorId));
  const atOthers = await reader
    .select({ id: contacts.id, name: contacts.name, vendorId: vendors.id, vendor: vendors.name })
    .from(contacts)
    .innerJoin(vendors, eq(vendors.id, contacts.vendorId))
    .where(others)
    .orderBy(asc(vendors.name), asc(contacts.id))
    .limit(MOST_NAMED);
  const signingIn = await reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(people.email, addressee.email.toLowerCase()),
        personId === null ? undefined : ne(people.id, personId),
        peopleWithin(scope),
      ),
    );
  const elsewhere = [
    ...signingIn.map(({ id, name }) => ({ href: `/people/${id}/erasure`, name, vendor: null })),
    ...atOthers.map(({ id, name, vendorId, vendor }) => ({
      href: `/vendors/${vendorId}/contacts/${id}/erasure`,
      name,
      vendor,
    })),
  ];
  const isFull = atOthers.length === MOST_NAMED;
  const more = isFull ? (await reader.$count(contacts, others)) - MOST_NAMED : 0;
  return { elsewhere, more };
}
