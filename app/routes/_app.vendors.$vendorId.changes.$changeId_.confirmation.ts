import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { confirmChange } from '~/onboarding/change-own-record.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Confirms what an admitted vendor proposed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await confirmChange(store, act, vendorId, recordId(args.params['changeId']));
  args.context.wakeWorker();
  return answerStep(outcome, `/vendors/${vendorId}/company`, { key: 'company:ours.confirmed' });
}
