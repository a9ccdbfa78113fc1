import type { ActionFunctionArgs } from '@remix-run/node';
import { endSession } from '~/auth/end-session.server';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  const outcome = await endSession(store, act, { sessionId: args.params['sessionId'] ?? '' });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirectWithNotice('/account', { key: 'people:account.ended' });
}
