import type { ActionFunctionArgs } from '@remix-run/node';
import { sendPasswordLink } from '~/auth/send-password-link.server';
import { recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { answerStep } from './shared/answer-step.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const personId = recordId(args.params['personId']);
  const outcome = await sendPasswordLink(store, act, { personId });
  args.context.wakeWorker();
  return answerStep(outcome, `/people/${personId}`, { key: 'people:notice.linkSent' });
}
