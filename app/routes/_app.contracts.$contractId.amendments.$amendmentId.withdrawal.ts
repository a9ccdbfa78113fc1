import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { withdrawAmendment } from '~/contracts/decide-amendment.server';
import { recordId } from '~/shared/record-id';

/** Takes an amendment back before it is decided. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const amendmentId = recordId(args.params['amendmentId']);
  const outcome = await withdrawAmendment(store, act, { contractId, amendmentId });
  if (!outcome.ok && outcome.reason.code === 'not_found') {
    throw new Response(null, { status: 404 });
  }
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: outcome.ok ? 'contracts:notice.amendmentWithdrawn' : `errors:${outcome.reason.code}`,
  });
}
