import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { closeFeed } from '~/calendar/open-feed.server';
import { redirectWithNotice } from '~/components/notice.server';

/** Ends the person's calendar address. */
export async function action(args: ActionFunctionArgs) {
  const { store, act, person } = await requirePerson(args, 'contracts.read');
  await closeFeed(store, act, person.id);
  return redirectWithNotice('/calendar/feed', { key: 'contracts:notice.feedClosed' });
}
