import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { lineKeys } from '~/settlement/line-key';
import { moveCredits } from '~/settlement/move-credits.server';

/** The vendor accepts the selected credits, as far as they are claimed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'credits.answer');
  const form = await args.request.formData();
  const keys = lineKeys(form.getAll('id').map(String));
  const outcome = await moveCredits(store, act, { keys, action: 'accept' });
  return answerStep(outcome, '/credits', {
    key: 'settlement:notice.accepted',
    params: { count: outcome.ok ? outcome.value.count : 0 },
  });
}
