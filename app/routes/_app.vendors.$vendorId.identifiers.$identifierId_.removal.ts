import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { removeIdentifier } from '~/vendors/keep-identifier.server';
import { answerStep } from './shared/answer-step.server';

/** Takes a number out of the register. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const identifierId = recordId(args.params['identifierId']);
  const outcome = await removeIdentifier(store, act, vendorId, identifierId);
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'diligence:notice.identifierRemoved' });
}
