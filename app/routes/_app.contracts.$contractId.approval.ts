import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { approveContract } from '~/contracts/approve-contract.server';
import { recordId } from '~/shared/record-id';

/** Approves what somebody else submitted. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.approve');
  const contractId = recordId(args.params['contractId']);
  const outcome = await approveContract(store, act, contractId);
  if (!outcome.ok && outcome.reason.code === 'not_found') {
    throw new Response(null, { status: 404 });
  }
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: outcome.ok ? 'contracts:notice.approved' : `errors:${outcome.reason.code}`,
  });
}
