import type { ActionFunctionArgs } from '@remix-run/node';
import { reactivatePerson } from '~/auth/reactivate-person.server';
import { recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from './shared/answer-step.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const outcome = await reactivatePerson(store, act, { personId });
  return answerStep(outcome, `/people/${personId}`, { key: 'people:notice.reactivated' });
}
