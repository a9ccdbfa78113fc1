import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { removeContact } from '~/vendors/keep-contact.server';
import { answerStep } from './shared/answer-step.server';

/** Takes a person off the contacts. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await removeContact(store, act, vendorId, recordId(args.params['contactId']));
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'vendors:notice.contactRemoved' });
}
