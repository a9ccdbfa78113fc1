import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { closeMeeting } from '~/reviews/close-meeting.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Ends the meeting. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await closeMeeting(store, act, reviewId);
  return answerStep(outcome, `/reviews/${reviewId}/record`, { key: 'reviews:notice.closed' });
}
