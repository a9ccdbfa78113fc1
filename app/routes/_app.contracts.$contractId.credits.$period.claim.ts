import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { moveCredits } from '~/settlement/move-credits.server';
import { formatPeriod, parsePeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';

/** Claims what is calculated of a credit from its vendor. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'credits.decide');
  const contractId = recordId(args.params['contractId']);
  const period = found(parsePeriod(args.params['period'] ?? ''));
  const outcome = await moveCredits(store, act, {
    keys: [{ contractId, period }],
    action: 'claim',
  });
  return answerStep(outcome, `/contracts/${contractId}/credits/${formatPeriod(period)}`, {
    key: 'settlement:notice.claimed',
    params: { count: 1 },
  });
}
