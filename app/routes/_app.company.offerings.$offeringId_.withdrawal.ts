import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { recordId } from '~/shared/record-id';

/** Takes one of the vendor's own offerings out, or proposes to. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const outcome = await changeOwnRecord(store, act, vendorId, {
    kind: 'offering',
    recordId: recordId(args.params['offeringId']),
    input: null,
  });
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  const done = outcome.ok && outcome.value === 'proposed' ? 'proposed' : 'removed';
  return redirectWithNotice('/company/offerings', {
    key: outcome.ok ? `company:notice.${done}` : `errors:${outcome.reason.code}`,
  });
}
