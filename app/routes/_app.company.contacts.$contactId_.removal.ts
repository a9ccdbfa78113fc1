import type { ActionFunctionArgs } from '@remix-run/node';
import { removeOwnContact } from '~/onboarding/change-own-entry.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { found, recordId } from '~/shared/record-id';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';
import { answerStep } from './shared/answer-step.server';

/** Takes one of the vendor's own people off its contacts. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope, vendorId } = await requireCompany(args);
  const id = recordId(args.params['contactId']);
  const all = await contactsOfVendor(reader, scope, vendorId);
  found(all.find((contact) => contact.id === id && contact.side === 'vendor'));
  const outcome = await removeOwnContact(store, act, vendorId, id);
  return answerStep(outcome, '/company/contacts', { key: 'company:notice.removed' });
}
