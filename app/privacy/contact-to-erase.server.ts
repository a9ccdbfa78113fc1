import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { unsealEntries } from '~/audit/sealed-entries.server';
import { auditEntries } from '~db/schema/audit';
import { contacts } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';

type Contact = typeof contacts.$inferSelect;

/** A contact that can be erased: one that is there, or one that was taken off and stands sealed in the audit trail. */
export type ErasableContact = Omit<Contact, 'vendorId'> & { row: Contact | null };

/** A vendor's contact within the scope, whether it is there or was taken off; null where nothing is left of it. */
export async function contactToErase(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  contactId: number,
): Promise<ErasableContact | null> {
  const [row] = await reader
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.id, contactId),
        eq(contacts.vendorId, vendorId),
        withinScope(scope, contacts.vendorId),
      ),
    );
  if (!row) return removedContact(reader, scope, vendorId, contactId);
  const { vendorId: _vendorId, ...contact } = row;
  return { ...contact, row };
}

/** What the trail kept of a contact when it was taken off, where its key is still there. */
async function removedContact(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  contactId: number,
): Promise<ErasableContact | null> {
  const { entity, entityId, before, after, address } = auditEntries;
  const rows = await reader
    .select({ entity, entityId, before, after, address })
    .from(auditEntries)
    .where(
      and(
        eq(entity, 'contact'),
        eq(entityId, String(contactId)),
        eq(auditEntries.action, 'contact.removed'),
        eq(auditEntries.vendorId, vendorId),
        withinScope(scope, auditEntries.vendorId),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  const [removed] = await unsealEntries(reader, rows);
  const kept = removed?.before;
  return isContact(kept) ? { ...kept, id: contactId, row: null } : null;
}

/** Older entries hold no name, and one whose key is gone holds none any more. */
function isContact(kept: unknown): kept is Omit<Contact, 'id' | 'vendorId'> {
  return (
    kept !== null && typeof kept === 'object' && 'name' in kept && typeof kept.name === 'string'
  );
}
