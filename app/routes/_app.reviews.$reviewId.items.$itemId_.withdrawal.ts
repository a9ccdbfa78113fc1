import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from '~/routes/shared/answer-step.server';
import { withdrawItem } from '~/reviews/add-item.server';
import { recordId } from '~/shared/record-id';

/** A side takes an item of its own off the table. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.contribute');
  const reviewId = recordId(args.params['reviewId']);
  const itemId = recordId(args.params['itemId']);
  const outcome = await withdrawItem(store, act, { reviewId, itemId });
  return answerStep(outcome, `/reviews/${reviewId}`, { key: 'reviews:notice.itemWithdrawn' });
}
