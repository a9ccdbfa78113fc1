import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { approveManualEntry } from '~/settlement/decide-manual-entry.server';
import { recordId } from '~/shared/record-id';

/** Approves a bonus or penalty that somebody else proposed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'accounts.write');
  const contractId = recordId(args.params['contractId']);
  const entryId = recordId(args.params['entryId']);
  const outcome = await approveManualEntry(store, act, { contractId, entryId });
  return answerStep(outcome, `/contracts/${contractId}/entries/${entryId}`, {
    key: 'settlement:manual.notice.approved',
  });
}
