import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { sendRecord } from '~/reviews/send-record.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Sends the record to both sides. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await sendRecord(store, act, reviewId);
  return answerStep(outcome, `/reviews/${reviewId}/record`, { key: 'reviews:notice.recordSent' });
}
