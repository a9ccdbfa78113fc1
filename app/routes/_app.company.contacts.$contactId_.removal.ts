import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { found, recordId } from '~/shared/record-id';
import { removeContact } from '~/vendors/keep-contact.server';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';

/** Takes one of the vendor's own people off its contacts. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, vendorId, partOf } = await requireCompany(args);
  const id = recordId(args.params['contactId']);
  const all = await contactsOfVendor(reader, scope, vendorId);
  found(all.find((contact) => contact.id === id && contact.side === 'vendor'));
  const to = '/company/contacts';
  if (!partOf('contacts').isOpen) return redirectWithNotice(to, { key: 'errors:section_with_us' });
  await removeContact(store, act, vendorId, id);
  return redirectWithNotice(to, { key: 'company:notice.removed' });
}
