import type { ActionFunctionArgs } from '@remix-run/node';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { recordId } from '~/shared/record-id';
import { answerStep } from './shared/answer-step.server';

/** Takes one of the vendor's own offerings out, or proposes to. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const outcome = await changeOwnRecord(store, act, vendorId, {
    kind: 'offering',
    recordId: recordId(args.params['offeringId']),
    input: null,
  });
  const done = outcome.ok && outcome.value === 'proposed' ? 'proposed' : 'removed';
  return answerStep(outcome, '/company/offerings', { key: `company:notice.${done}` });
}
