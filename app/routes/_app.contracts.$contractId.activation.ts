import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { activateContract } from '~/contracts/activate-contract.server';
import { recordId } from '~/shared/record-id';

/** Puts a draft into force. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const outcome = await activateContract(store, act, contractId);
  if (!outcome.ok && outcome.reason.code === 'not_found') {
    throw new Response(null, { status: 404 });
  }
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: outcome.ok ? 'contracts:notice.activated' : `errors:${outcome.reason.code}`,
  });
}
