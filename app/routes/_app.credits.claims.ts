import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { lineKeys } from '~/settlement/line-key';
import { moveCredits } from '~/settlement/move-credits.server';

/** Claims the selected credits, as far as they can be claimed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'credits.decide');
  const form = await args.request.formData();
  const keys = lineKeys(form.getAll('id').map(String));
  const outcome = await moveCredits(store, act, { keys, action: 'claim' });
  return answerStep(outcome, '/credits', {
    key: 'settlement:notice.claimed',
    params: { count: outcome.ok ? outcome.value.count : 0 },
  });
}
