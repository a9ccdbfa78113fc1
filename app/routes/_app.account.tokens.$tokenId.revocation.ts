import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { revokeOwnToken } from '~/auth/revoke-access-token.server';
import { redirectWithNotice } from '~/components/notice.server';
import { recordId } from '~/shared/record-id';

/** Ends one of the own access tokens. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'api.use');
  const outcome = await revokeOwnToken(store, act, { tokenId: recordId(args.params['tokenId']) });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirectWithNotice('/account/tokens', { key: 'api:token.revoked' });
}
