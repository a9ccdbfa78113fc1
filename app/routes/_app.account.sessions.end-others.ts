import type { ActionFunctionArgs } from '@remix-run/node';
import { endOtherSessions } from '~/auth/end-session.server';
import { requirePerson } from '~/auth/require-person.server';
import { sessionToken } from '~/auth/session.server';
import { redirectWithNotice } from '~/components/notice.server';

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args);
  await endOtherSessions(store, act, { session: (await sessionToken(args.request)) ?? '' });
  return redirectWithNotice('/account', { key: 'people:account.othersEnded' });
}
