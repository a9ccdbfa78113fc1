import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { submitContract } from '~/contracts/submit-contract.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Hands a draft in to be approved. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const outcome = await submitContract(store, act, contractId);
  return answerStep(outcome, `/contracts/${contractId}`, { key: 'contracts:notice.submitted' });
}
