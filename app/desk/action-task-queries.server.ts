import { and, asc, eq, isNull, lte, ne, or } from 'drizzle-orm';
import { actionsWithin } from '~/actions/find-action.server';
import type { Scope } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import { nameFor } from '~/shared/named';
import { actions } from '~db/schema/actions';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { withPlace, type Task } from './task';

const MOST = 200;
/** Days before its due day from which an action stands on a desk. */
const AHEAD_DAYS = 14;

/**
 * Actions that are due: for a vendor those of its side, for one of us those given to this person, and for whoever looks
 * after vendors the conditions of admission that nobody else holds. Steps of a switch have a row of their own.
 */
export async function dueActions(
  reader: Reader,
  scope: Scope,
  { today, personId, locale }: { today: string; personId: number | null; locale: string },
): Promise<Task[]> {
  const mine = or(
    personId === null ? undefined : eq(actions.ownerId, personId),
    and(eq(actions.origin, 'assessment'), isNull(actions.ownerId)),
  );
  const rows = await reader
    .select({
      id: actions.id,
      title: actions.title,
      dueOn: actions.dueOn,
      vendor: vendors.name,
      market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(markets, eq(markets.id, actions.marketId))
    .where(
      and(
        actionsWithin(scope),
        ne(actions.origin, 'switch'),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        lte(actions.dueOn, addDays(today, AHEAD_DAYS)),
        scope.kind === 'vendor' ? undefined : mine,
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.id))
    .limit(MOST);
  return rows.map(({ id, title, dueOn, vendor, market }) => ({
    kind: 'action_due',
    key: `action:${id}`,
    href: `/actions/${id}`,
    dueOn,
    period: null,
    params: {
      vendor,
      title: withPlace(title ?? '', market && nameFor(market, locale), locale),
      // A vendor's own desk need not name it.
      ...(scope.kind === 'vendor' && { context: 'own' }),
    },
  }));
}
