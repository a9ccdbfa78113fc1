import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { confirmRatings } from '~/reviews/settle-rating.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Confirms the ratings of the pack that the meeting has not settled otherwise. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await confirmRatings(store, act, reviewId);
  return answerStep(outcome, `/reviews/${reviewId}/meeting`, {
    key: 'reviews:notice.ratingsConfirmed',
  });
}
