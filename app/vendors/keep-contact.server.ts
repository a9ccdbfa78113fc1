import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { readFields } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { randomId } from '~db/columns';
import { contacts } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { contactFields } from './contact-fields';
import { findVendor } from './vendor-queries.server';

/** Enters a person to turn to, or (with `contactId`) changes the entry. */
export async function keepContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number | null,
  input: unknown,
): Promise<Outcome> {
  const fields = readFields(contactFields, input);
  if (!fields.ok) return fields;
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = contactId === null ? null : await contactOf(tx, vendorId, contactId);
    if (before === undefined) return refused('not_found');
    const id = before?.id ?? randomId();
    if (before) await tx.update(contacts).set(fields.value).where(eq(contacts.id, id));
    else await tx.insert(contacts).values({ id, vendorId, ...fields.value });
    await record(tx, act, {
      action: before ? 'contact.changed' : 'contact.added',
      entity: 'contact',
      entityId: id,
      vendorId,
      before: before && recorded(before),
      after: fields.value,
    });
    return done();
  });
}

/** Takes a person off the vendor's contacts. */
export async function removeContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    if (!(await findVendor(tx, act.scope, vendorId))) return refused('not_found');
    const before = await contactOf(tx, vendorId, contactId);
    if (!before) return refused('not_found');
    await tx.delete(contacts).where(eq(contacts.id, contactId));
    await record(tx, act, {
      action: 'contact.removed',
      entity: 'contact',
      entityId: contactId,
      vendorId,
      before: recorded(before),
    });
    return done();
  });
}

async function contactOf(tx: Tx, vendorId: number, contactId: number) {
  const [row] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, contactId), eq(contacts.vendorId, vendorId)));
  return row;
}

/** What the audit trail keeps of a contact: who it is stands sealed there. */
function recorded({ id: _id, vendorId: _vendorId, ...fields }: Contact) {
  return fields;
}

type Contact = typeof contacts.$inferSelect;
