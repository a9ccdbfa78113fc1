import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { recordId } from '~/shared/record-id';
import { removeAssessment } from '~/onboarding/record-assessment.server';
import { answerStep } from './shared/answer-step.server';

/** Takes out a result that was recorded by mistake. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await removeAssessment(
    store,
    act,
    vendorId,
    recordId(args.params['assessmentId']),
  );
  return answerStep(outcome, `/vendors/${vendorId}`, { key: 'vendors:notice.assessmentRemoved' });
}
