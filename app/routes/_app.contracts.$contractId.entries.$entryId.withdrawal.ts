import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { withdrawManualEntry } from '~/settlement/decide-manual-entry.server';
import { recordId } from '~/shared/record-id';

/** Takes a proposed bonus or penalty back. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'accounts.write');
  const contractId = recordId(args.params['contractId']);
  const entryId = recordId(args.params['entryId']);
  const outcome = await withdrawManualEntry(store, act, { contractId, entryId });
  return answerStep(outcome, `/contracts/${contractId}/entries/${entryId}`, {
    key: 'settlement:manual.notice.withdrawn',
  });
}
