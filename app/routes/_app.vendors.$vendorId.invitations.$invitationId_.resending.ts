import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { resendInvitation } from '~/onboarding/invite-vendor.server';
import { recordId } from '~/shared/record-id';

/** Mails the link of an invitation anew; the earlier one dies. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const outcome = await resendInvitation(
    store,
    act,
    vendorId,
    recordId(args.params['invitationId']),
  );
  if (!outcome.ok && outcome.reason.code === 'not_found') throw new Response(null, { status: 404 });
  args.context.wakeWorker();
  return redirectWithNotice(`/vendors/${vendorId}/company`, {
    key: outcome.ok ? 'invitation:notice.sentAgain' : `errors:${outcome.reason.code}`,
  });
}
