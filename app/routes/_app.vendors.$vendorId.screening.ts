import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { screenVendor } from '~/onboarding/screen-vendors.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { answerStep } from './shared/answer-step.server';

/** Screens one vendor against the lists in use. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'screening.decide');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const outcome = await screenVendor(store, act, vendor.id);
  return answerStep(outcome, `/vendors/${vendor.id}/checks`, ({ hitsFound }) => ({
    key: 'diligence:notice.screened',
    params: { count: hitsFound },
  }));
}
