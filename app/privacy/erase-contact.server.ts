import { and, eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { contacts } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { erasedContact } from './erased-words.server';
import { dropAddress } from './erase-person.server';
import { replaceNames } from './name-traces.server';
import { deleteKeys } from './subject-keys.server';

/** Takes a vendor's contact off and erases who it was, in letters and in the audit trail as well. */
export async function eraseContact(
  store: Store,
  act: Act,
  vendorId: number,
  contactId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const [contact] = await tx
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.id, contactId),
          eq(contacts.vendorId, vendorId),
          withinScope(act.scope, contacts.vendorId),
        ),
      );
    if (!contact) return refused('not_found');
    const { name, email, phone, side, role, level } = contact;
    await tx.delete(contacts).where(eq(contacts.id, contactId));
    if (email !== null) await dropAddress(tx, email);
    const names = [name, email, phone].filter((text) => text !== null);
    await replaceNames(tx, { names, vendorId, personId: null }, erasedContact());
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
