import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { refused, type Outcome } from '~/shared/outcome';
import { keepContact, removeContact } from '~/vendors/keep-contact.server';
import { keepIdentifier, removeIdentifier } from '~/vendors/keep-identifier.server';
import { contacts } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import type { Section } from './section';
import { mayChangeSection } from './section-queries.server';

type Own = { vendorId: number; recordId: number | null };

/** A vendor enters a number of its own. Nothing changes while the part is with us, whoever submits meanwhile. */
export async function keepOwnIdentifier(
  store: Store,
  act: Act,
  { vendorId, recordId }: Own,
  input: unknown,
): Promise<Outcome> {
  return whileOpen(store, act, { vendorId, section: 'identifiers' }, () =>
    keepIdentifier(store, act, vendorId, recordId, input),
  );
}

/** A vendor takes a number of its own out. */
export async function removeOwnIdentifier(
  store: Store,
  act: Act,
  vendorId: number,
  identifierId: number,
): Promise<Outcome> {
  return whileOpen(store, act, { vendorId, section: 'identifiers' }, () =>
    removeIdentifier(store, act, vendorId, identifierId),
  );
}

/** A vendor enters one of its people, or changes the entry; ours are not its to change. */
export async function keepOwnContact(
  store: Store,
  act: Act,
  { vendorId, recordId }: Own,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  return whileOpen(store, act, { vendorId, section: 'contacts' }, async (tx) => {
    if (recordId !== null && !(await isTheirs(tx, vendorId, recordId))) return refused('not_found');
    return keepContact(store, act, vendorId, recordId, { ...input, side: 'vendor' });
  });
}

/** A vendor takes one of its people off its contacts. */
export async function removeOwnContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number,
): Promise<Outcome> {
  return whileOpen(store, act, { vendorId, section: 'contacts' }, async (tx) =>
    (await isTheirs(tx, vendorId, contactId))
      ? removeContact(store, act, vendorId, contactId)
      : refused('not_found'),
  );
}

async function isTheirs(tx: Tx, vendorId: number, contactId: number): Promise<boolean> {
  const count = await tx.$count(
    contacts,
    and(eq(contacts.id, contactId), eq(contacts.vendorId, vendorId), eq(contacts.side, 'vendor')),
  );
  return count > 0;
}

type Place = { vendorId: number; section: Section };

/** Does what is asked in one transaction with the look at whether the part is open. */
async function whileOpen(
  store: Store,
  act: Act,
  { vendorId, section }: Place,
  change: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const allowed = await mayChangeSection(tx, act, vendorId, section);
    return allowed.ok ? change(tx) : allowed;
  });
}
