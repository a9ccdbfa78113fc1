import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { freezeInBackground, isOverSoon } from '~/jobs/review-work.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Has the pack frozen by hand, before its day: a worker gathers it, while the server goes on. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await freezeInBackground(args.context, act, reviewId);
  const isThere = outcome.ok && (await isOverSoon(store, outcome.value));
  return answerStep(outcome, `/reviews/${reviewId}`, {
    key: isThere ? 'reviews:notice.frozen' : 'reviews:notice.freezing',
  });
}
