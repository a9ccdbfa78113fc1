import type { ActionFunctionArgs } from '@remix-run/node';
import { endSession } from '~/auth/end-session.server';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from './shared/answer-step.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  const outcome = await endSession(store, act, { sessionId: args.params['sessionId'] ?? '' });
  return answerStep(outcome, '/account', { key: 'people:account.ended' });
}
