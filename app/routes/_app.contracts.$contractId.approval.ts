import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { approveContract } from '~/contracts/approve-contract.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Approves what somebody else submitted. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const outcome = await approveContract(store, act, contractId);
  return answerStep(outcome, `/contracts/${contractId}`, { key: 'contracts:notice.approved' });
}
