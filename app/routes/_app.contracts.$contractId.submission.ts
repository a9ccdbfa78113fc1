import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { submitContract } from '~/contracts/submit-contract.server';
import { recordId } from '~/shared/record-id';

/** Hands a draft in to be approved. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const outcome = await submitContract(store, act, contractId);
  if (!outcome.ok && outcome.reason.code === 'not_found') {
    throw new Response(null, { status: 404 });
  }
  return redirectWithNotice(`/contracts/${contractId}`, {
    key: outcome.ok ? 'contracts:notice.submitted' : `errors:${outcome.reason.code}`,
  });
}
