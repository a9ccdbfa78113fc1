import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { openChecks } from '~/onboarding/open-checks.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { answerStep } from './shared/answer-step.server';

/** Opens the checks that the vendor's tier asks for. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.assign');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const outcome = await openChecks(store, act, vendor.id);
  return answerStep(outcome, `/vendors/${vendor.id}/checks`, ({ opened }) => ({
    key: 'diligence:notice.checksOpened',
    params: { count: opened },
  }));
}
