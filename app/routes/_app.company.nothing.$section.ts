import type { ActionFunctionArgs } from '@remix-run/node';
import { redirectWithNotice } from '~/components/notice.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { isSection } from '~/onboarding/section';
import { declareNothing } from '~/onboarding/submit-company.server';

/** Says that there is nothing to enter in a section, or takes that back. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const { section } = args.params;
  if (!isSection(section)) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  const outcome = await declareNothing(store, act, vendorId, section, form.get('nothing') === 'on');
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  return redirectWithNotice(`/company/${section}`, {
    key: outcome.ok ? 'company:notice.saved' : `errors:${outcome.reason.code}`,
  });
}
