import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { revokeAnyToken } from '~/auth/revoke-access-token.server';
import { redirectWithNotice } from '~/components/notice.server';
import { recordId } from '~/shared/record-id';

/** Ends anybody's access token. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const outcome = await revokeAnyToken(store, act, { tokenId: recordId(args.params['tokenId']) });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirectWithNotice('/tokens', { key: 'api:token.revoked' });
}
