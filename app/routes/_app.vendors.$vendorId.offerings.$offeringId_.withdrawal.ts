import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { withdrawOffering } from '~/vendors/keep-offering.server';
import { answerStep } from './shared/answer-step.server';

/** Takes an offering out of the register. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await withdrawOffering(store, act, vendorId, recordId(args.params['offeringId']));
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'vendors:notice.offeringWithdrawn' });
}
