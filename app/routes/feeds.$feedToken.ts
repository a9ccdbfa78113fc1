import type { LoaderFunctionArgs } from '@remix-run/node';
import { can } from '~/auth/permission';
import { scopeOf } from '~/auth/require-person.server';
import { comingDates } from '~/calendar/coming-dates.server';
import { calendarFeed } from '~/calendar/feed.server';
import { ownerOfFeed } from '~/calendar/open-feed.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { found, notFound } from '~/shared/record-id';

/** A person's coming dates for their calendar program; the secret in the address stands for signing in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const reader = context.store.read;
  const owner = found(await ownerOfFeed(reader, params['feedToken'] ?? ''));
  if (!can(owner.role, 'contracts.read')) throw notFound();
  const now = context.clock.now();
  const feed = calendarFeed({
    dates: await comingDates(reader, scopeOf(owner), now),
    locale: owner.locale,
    address: await portalAddress(reader),
    now,
  });
  return new Response(feed, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="mainstay.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
