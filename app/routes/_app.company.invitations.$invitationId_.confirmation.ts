import type { ActionFunctionArgs } from '@remix-run/node';
import { confirmInvitation } from '~/onboarding/confirm-invitation.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Lets somebody be invited to speak for the own company. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const invitationId = recordId(args.params['invitationId']);
  const outcome = await confirmInvitation(store, act, vendorId, invitationId);
  args.context.wakeWorker();
  return answerStep(outcome, '/company', { key: 'invitation:notice.confirmed' });
}
