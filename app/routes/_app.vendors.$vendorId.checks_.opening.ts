import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { openChecks } from '~/onboarding/open-checks.server';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';

/** Opens the checks that the vendor's tier asks for. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'checks.assign');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const outcome = await openChecks(store, act, vendor.id);
  return redirectWithNotice(
    `/vendors/${vendor.id}/checks`,
    outcome.ok
      ? { key: 'diligence:notice.checksOpened', params: { count: outcome.value.opened } }
      : { key: `errors:${outcome.reason.code}` },
  );
}
