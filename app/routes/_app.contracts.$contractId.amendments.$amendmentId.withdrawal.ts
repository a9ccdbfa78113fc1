import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { withdrawAmendment } from '~/contracts/decide-amendment.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes an amendment back before it is decided. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  const outcome = await withdrawAmendment(store, act, { contractId, amendmentId });
  return answerStep(outcome, `/contracts/${contractId}`, {
    key: 'contracts:notice.amendmentWithdrawn',
  });
}
