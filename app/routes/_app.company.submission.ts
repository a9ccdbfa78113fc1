import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { submitCompany } from '~/onboarding/submit-company.server';

/** Submits the vendor's description for screening, or again. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const outcome = await submitCompany(store, act, vendorId);
  args.context.wakeWorker();
  return redirectWithNotice('/company', {
    key: outcome.ok ? 'company:notice.submitted' : `errors:${outcome.reason.code}`,
  });
}
