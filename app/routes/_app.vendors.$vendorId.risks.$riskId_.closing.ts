import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { closeRisk } from '~/risks/keep-risk.server';
import { answerStep } from './shared/answer-step.server';

/** Closes a risk. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await closeRisk(store, act, vendorId, recordId(args.params['riskId']));
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'vendors:notice.riskClosed' });
}
