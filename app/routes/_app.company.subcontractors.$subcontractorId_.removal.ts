import type { ActionFunctionArgs } from '@remix-run/node';
import { removeSubcontractor } from '~/onboarding/keep-subcontractor.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes a subcontractor off the vendor's list. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const id = recordId(args.params['subcontractorId']);
  const outcome = await removeSubcontractor(store, act, vendorId, id);
  return answerStep(outcome, '/company/subcontractors', { key: 'company:notice.removed' });
}
