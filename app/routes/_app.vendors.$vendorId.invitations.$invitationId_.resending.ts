import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { resendInvitation } from '~/onboarding/resend-invitation.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Mails the link of an invitation anew; the earlier one dies. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const invitationId = recordId(args.params['invitationId']);
  const outcome = await resendInvitation(store, act, vendorId, invitationId);
  args.context.wakeWorker();
  const waits = outcome.ok && outcome.value.waits;
  const key = waits ? 'invitation:notice.waits' : 'invitation:notice.sentAgain';
  return answerStep(outcome, `/vendors/${vendorId}/company`, { key });
}
