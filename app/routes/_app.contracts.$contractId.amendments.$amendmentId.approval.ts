import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { approveAmendment } from '~/contracts/decide-amendment.server';
import { recordId } from '~/shared/record-id';

/** Approves an amendment that somebody else proposed. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  const outcome = await approveAmendment(store, act, { contractId, amendmentId });
  if (!outcome.ok && outcome.reason.code === 'not_found') {
    throw new Response(null, { status: 404 });
  }
  return redirectWithNotice(`/contracts/${contractId}/amendments/${amendmentId}`, {
    key: outcome.ok ? 'contracts:notice.amendmentApproved' : `errors:${outcome.reason.code}`,
  });
}
