import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { settleSubmission } from '~/onboarding/submit-company.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { answerStep } from './shared/answer-step.server';

/** Somebody of ours is through with what the vendor submitted: it leaves the desk. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const outcome = await settleSubmission(store, act, vendorId);
  return answerStep(outcome, `/vendors/${vendorId}/company`, { key: 'company:ours.accepted' });
}
