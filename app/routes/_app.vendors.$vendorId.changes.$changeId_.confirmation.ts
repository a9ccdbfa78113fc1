import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { confirmChange } from '~/onboarding/change-own-record.server';
import { recordId } from '~/shared/record-id';

/** Confirms what an admitted vendor proposed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await confirmChange(store, act, vendorId, recordId(args.params['changeId']));
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  args.context.wakeWorker();
  return redirectWithNotice(`/vendors/${vendorId}/company`, {
    key: outcome.ok ? 'company:ours.confirmed' : `errors:${outcome.reason.code}`,
  });
}
