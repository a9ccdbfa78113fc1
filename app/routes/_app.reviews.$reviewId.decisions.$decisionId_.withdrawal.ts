import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { withdrawDecision } from '~/reviews/add-decision.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Takes a decision back that was written down wrongly. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const decisionId = recordId(args.params['decisionId']);
  const outcome = await withdrawDecision(store, act, { reviewId, decisionId });
  return answerStep(outcome, `/reviews/${reviewId}/meeting`, {
    key: 'reviews:notice.decisionWithdrawn',
  });
}
