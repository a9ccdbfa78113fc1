import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { confirmInvitation } from '~/onboarding/confirm-invitation.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Lets an invitation go out that a colleague has made. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const invitationId = recordId(args.params['invitationId']);
  const outcome = await confirmInvitation(store, act, vendorId, invitationId);
  args.context.wakeWorker();
  const key = 'invitation:notice.confirmed';
  return answerStep(outcome, `/vendors/${vendorId}/company`, { key });
}
