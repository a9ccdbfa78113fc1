import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { moveCredits } from '~/settlement/move-credits.server';
import { formatPeriod, parsePeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';

/** The vendor accepts what is claimed of a credit. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'credits.answer');
  const contractId = recordId(args.params['contractId']);
  const period = found(parsePeriod(args.params['period'] ?? ''));
  const outcome = await moveCredits(store, act, {
    keys: [{ contractId, period }],
    action: 'accept',
  });
  return answerStep(outcome, `/contracts/${contractId}/credits/${formatPeriod(period)}`, {
    key: 'settlement:notice.accepted',
    params: { count: 1 },
  });
}
