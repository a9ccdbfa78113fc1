import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { actions } from '~db/schema/actions';
import { people } from '~db/schema/auth';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { actionOrigins, actionSides, actionStates, type ActionState } from './action';
import { actionsWithin } from './find-action.server';

type Sort = 'due' | 'vendor' | 'age' | 'owner';
type Filter = 'state' | 'origin' | 'side' | 'vendor' | 'owner';
export type ActionListQuery = ListQuery<Sort, Filter>;

/** What the list of actions may be asked for; a vendor by its code, an owner by the person's key. */
export const actionListSpec: ListSpec<Sort, Filter> = {
  sorts: ['due', 'vendor', 'age', 'owner'],
  defaultSort: 'due',
  filters: {
    state: actionStates,
    origin: actionOrigins,
    side: actionSides,
    vendor: 'any',
    owner: 'any',
  },
};

const columns = {
  action: actions,
  vendor: vendors.name,
  vendorCode: vendors.code,
  owner: sql<string | null>`coalesce(${people.name}, ${actions.ownerName})`,
  kpi: { nameEn: kpis.nameEn, nameZh: kpis.nameZh, unit: kpis.unit, better: kpis.better },
  service: { nameEn: services.nameEn, nameZh: services.nameZh },
  market: { nameEn: markets.nameEn, nameZh: markets.nameZh },
};

/** Actions with what stands beside them in every list: vendor, owner and the measure that they are to move. */
function selectActions(reader: Reader) {
  return reader
    .select(columns)
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .leftJoin(people, eq(people.id, actions.ownerId))
    .leftJoin(kpis, eq(kpis.id, actions.kpiId))
    .leftJoin(services, eq(services.id, actions.serviceId))
    .leftJoin(markets, eq(markets.id, actions.marketId));
}

/** A page of the list; what is open stands before what is over. */
export async function listActions(
  reader: Reader,
  scope: Scope,
  query: ActionListQuery,
  today: string,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return selectActions(reader)
    .where(listed(scope, query, today))
    .orderBy(...orderOf(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countActions(
  reader: Reader,
  scope: Scope,
  query: ActionListQuery,
  today: string,
): Promise<number> {
  const [row] = await reader
    .select({ count: count().mapWith(Number) })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .where(listed(scope, query, today));
  return row?.count ?? 0;
}

/** One action with its vendor and owner by name. */
export async function actionInWords(reader: Reader, scope: Scope, actionId: number) {
  const [row] = await selectActions(reader).where(
    and(eq(actions.id, actionId), actionsWithin(scope)),
  );
  return row ?? null;
}

/** The actions of one record in their order, those called off left out. */
export async function actionsOf(
  reader: Reader,
  scope: Scope,
  { origin, originId }: { origin: (typeof actionOrigins)[number]; originId: number },
) {
  return selectActions(reader)
    .where(
      and(
        eq(actions.origin, origin),
        eq(actions.originId, originId),
        isNull(actions.cancelledAt),
        actionsWithin(scope),
      ),
    )
    .orderBy(asc(actions.position), asc(actions.createdAt), asc(actions.id));
}

const MOST_OF_VENDOR = 50;

/** What is open of a vendor, on both sides, the most urgent first. */
export async function openActionsOf(reader: Reader, scope: Scope, vendorId: number) {
  return selectActions(reader)
    .where(
      and(
        eq(actions.vendorId, vendorId),
        isNull(actions.doneAt),
        isNull(actions.cancelledAt),
        actionsWithin(scope),
      ),
    )
    .orderBy(sql`${asc(actions.dueOn)} nulls last`, asc(actions.position), asc(actions.id))
    .limit(MOST_OF_VENDOR);
}

/** How many are open and overdue, and what the filters offer: vendors and owners that have actions. */
export async function actionFigures(reader: Reader, scope: Scope, today: string) {
  const seen = actionsWithin(scope);
  const owners = await reader
    .selectDistinct({ id: people.id, name: people.name })
    .from(actions)
    .innerJoin(people, eq(people.id, actions.ownerId))
    .where(seen)
    .orderBy(asc(people.name))
    .limit(200);
  const of = await reader
    .selectDistinct({ code: vendors.code, name: vendors.name })
    .from(actions)
    .innerJoin(vendors, eq(vendors.id, actions.vendorId))
    .where(seen)
    .orderBy(asc(vendors.name))
    .limit(500);
  return {
    open: await reader.$count(actions, and(seen, inState('open', today))),
    overdue: await reader.$count(actions, and(seen, inState('overdue', today))),
    owners,
    vendors: of,
  };
}

/** The actions that are in a state on a day: the rule of `actionState`, in SQL. */
export function inState(state: ActionState, today: string): SQL | undefined {
  const isOpen = and(isNull(actions.doneAt), isNull(actions.cancelledAt));
  switch (state) {
    case 'overdue':
      return and(isOpen, lt(actions.dueOn, today));
    case 'open':
      return and(isOpen, or(isNull(actions.dueOn), gte(actions.dueOn, today)));
    case 'done':
      return and(isNotNull(actions.doneAt), isNull(actions.cancelledAt));
    case 'cancelled':
      return isNotNull(actions.cancelledAt);
  }
}

function listed(
  scope: Scope,
  { search, filters }: ActionListQuery,
  today: string,
): SQL | undefined {
  const states = actionStates.filter((state) => filters.state.includes(state));
  const origins = actionOrigins.filter((origin) => filters.origin.includes(origin));
  const sides = actionSides.filter((side) => filters.side.includes(side));
  const owners = filters.owner.map(Number).filter(Number.isSafeInteger);
  return and(
    actionsWithin(scope),
    holdsText(search, actions.title),
    states.length > 0 ? or(...states.map((state) => inState(state, today))) : undefined,
    origins.length > 0 ? inArray(actions.origin, origins) : undefined,
    sides.length > 0 ? inArray(actions.side, sides) : undefined,
    filters.vendor.length > 0 ? inArray(vendors.code, filters.vendor) : undefined,
    filters.owner.length > 0 ? inArray(actions.ownerId, owners) : undefined,
  );
}

function orderOf({ sort, dir }: ActionListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const over = sql`case when ${actions.doneAt} is null and ${actions.cancelledAt} is null then 0 else 1 end`;
  const due = sql`${asc(actions.dueOn)} nulls last`;
  const last = [due, asc(actions.position), asc(actions.id)];
  switch (sort) {
    case 'due':
      return [over, sql`${by(actions.dueOn)} nulls last`, asc(actions.position), asc(actions.id)];
    case 'vendor':
      return [by(vendors.name), over, ...last];
    case 'age':
      // The oldest was promised first.
      return [dir === 'asc' ? desc(actions.createdAt) : asc(actions.createdAt), ...last];
    case 'owner':
      return [
        sql`${by(sql`coalesce(${people.name}, ${actions.ownerName})`)} nulls last`,
        over,
        ...last,
      ];
  }
}
