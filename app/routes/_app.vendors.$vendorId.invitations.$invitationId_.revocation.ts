import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { revokeInvitation } from '~/onboarding/revoke-invitation.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes an invitation back. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const invitationId = recordId(args.params['invitationId']);
  const outcome = await revokeInvitation(store, act, vendorId, invitationId);
  args.context.wakeWorker();
  const key = 'invitation:notice.revoked';
  return answerStep(outcome, `/vendors/${vendorId}/company`, { key });
}
