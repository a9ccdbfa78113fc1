import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { openMeeting } from '~/reviews/open-meeting.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Begins the meeting. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await openMeeting(store, act, reviewId);
  return answerStep(outcome, `/reviews/${reviewId}/meeting`, { key: 'reviews:notice.opened' });
}
