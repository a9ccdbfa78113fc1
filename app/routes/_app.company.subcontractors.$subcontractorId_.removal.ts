import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { removeSubcontractor } from '~/onboarding/keep-subcontractor.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { recordId } from '~/shared/record-id';

/** Takes a subcontractor off the vendor's list. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const id = recordId(args.params['subcontractorId']);
  const outcome = await removeSubcontractor(store, act, vendorId, id);
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  return redirectWithNotice('/company/subcontractors', {
    key: outcome.ok ? 'company:notice.removed' : `errors:${outcome.reason.code}`,
  });
}
