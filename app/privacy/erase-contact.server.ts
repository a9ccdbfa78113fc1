import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { contactToErase } from './contact-to-erase.server';
import { erasedContact } from './erased-words.server';
import { replaceNames } from './name-traces.server';
import { dropAddress } from './same-address.server';
import { deleteKeys } from './subject-keys.server';

/**
 * Takes a vendor's contact off and erases who it was at this vendor, in the audit trail as well; one that was taken off
 * before is erased in the trail.
 */
export async function eraseContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const contact = await contactToErase(tx, act.scope, vendorId, contactId);
    if (!contact) return refused('not_found');
    const { name, email, side, role, level } = contact;
    await tx.delete(contacts).where(eq(contacts.id, contactId));
    if (email !== null) await dropAddress(tx, { email, vendorId });
    await replaceNames(tx, { name, email, vendorId }, erasedContact());
    await deleteKeys(tx, [{ entity: 'contact', entityId: String(contactId) }]);
    await record(tx, act, {
      action: 'contact.erased',
      entity: 'contact',
      entityId: contactId,
      vendorId,
      before: { side, role, level },
    });
    return done();
  });
}
