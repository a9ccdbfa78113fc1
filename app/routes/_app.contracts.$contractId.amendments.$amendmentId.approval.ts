import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { approveAmendment } from '~/contracts/decide-amendment.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Approves an amendment that somebody else proposed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  const outcome = await approveAmendment(store, act, { contractId, amendmentId });
  return answerStep(outcome, `/contracts/${contractId}/amendments/${amendmentId}`, {
    key: 'contracts:notice.amendmentApproved',
  });
}
