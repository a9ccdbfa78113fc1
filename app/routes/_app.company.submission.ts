import type { ActionFunctionArgs } from '@remix-run/node';
import { requireCompany } from '~/onboarding/own-company.server';
import { submitCompany } from '~/onboarding/submit-company.server';
import { answerStep } from './shared/answer-step.server';

/** Submits the vendor's description for screening, or again. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const outcome = await submitCompany(store, act, vendorId);
  args.context.wakeWorker();
  return answerStep(outcome, '/company', { key: 'company:notice.submitted' });
}
