import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { freezePack } from '~/reviews/freeze-pack.server';
import { answerStep } from '~/routes/_app.contracts.$contractId.credits.$period._index/answer-step.server';
import { recordId } from '~/shared/record-id';

/** Freezes the pack by hand, before its day. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'reviews.lead');
  const reviewId = recordId(args.params['reviewId']);
  const outcome = await freezePack(store, act, reviewId);
  return answerStep(outcome, `/reviews/${reviewId}`, { key: 'reviews:notice.frozen' });
}
