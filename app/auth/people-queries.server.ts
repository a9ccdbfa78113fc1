import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { Scope } from './act';
import { roles, type Role } from './permission';
import { peopleWithin } from './person-record.server';
import { withinScope } from './scope.server';

type Sort = 'name' | 'email' | 'role';
type Filter = 'role' | 'state' | 'vendor';
export type PeopleQuery = ListQuery<Sort, Filter>;

/** What the list of people may be asked for; a vendor by its code. */
export const peopleListSpec: ListSpec<Sort, Filter> = {
  sorts: ['name', 'email', 'role'],
  defaultSort: 'name',
  filters: { role: roles, state: ['active', 'inactive'], vendor: 'any' },
};

const columns = {
  id: people.id,
  email: people.email,
  name: people.name,
  role: people.role,
  active: people.active,
  locale: people.locale,
  timeZone: people.timeZone,
  createdAt: people.createdAt,
  lockedUntil: people.lockedUntil,
  erasedAt: people.erasedAt,
  vendorId: people.vendorId,
  hasPassword: sql<boolean>`${people.passwordHash} is not null`.mapWith(Boolean),
  vendor: vendors.code,
  vendorName: vendors.name,
  reach: markets.code,
  reachEn: markets.nameEn,
  reachZh: markets.nameZh,
};

/** A page of the people within the scope. */
export async function listPeople(
  reader: Reader,
  scope: Scope,
  query: PeopleQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const order = query.dir === 'asc' ? asc : desc;
  return selectPeople(reader)
    .where(peopleCondition(scope, query))
    .orderBy(order(sql`lower(${people[query.sort]})`), asc(people.id))
    .limit(window.limit)
    .offset(window.offset);
}
export type PersonListRow = Awaited<ReturnType<typeof listPeople>>[number];

export async function countPeople(
  reader: Reader,
  scope: Scope,
  query: PeopleQuery,
): Promise<number> {
  const [row] = await reader
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(people)
    .leftJoin(vendors, eq(vendors.id, people.vendorId))
    .where(peopleCondition(scope, query));
  return row?.count ?? 0;
}

/** One person within the scope. */
export async function findPerson(reader: Reader, scope: Scope, id: number) {
  const [row] = await selectPeople(reader).where(and(eq(people.id, id), peopleWithin(scope)));
  return row ?? null;
}

function selectPeople(reader: Reader) {
  return reader
    .select(columns)
    .from(people)
    .leftJoin(vendors, eq(vendors.id, people.vendorId))
    .leftJoin(markets, eq(markets.id, people.reachMarketId));
}

function peopleCondition(scope: Scope, { search, filters }: PeopleQuery): SQL | undefined {
  return and(
    peopleWithin(scope),
    holdsText(search, people.name, people.email),
    filters.role.length > 0 ? inArray(people.role, filters.role as Role[]) : undefined,
    filters.state.length === 1 ? eq(people.active, filters.state[0] === 'active') : undefined,
    filters.vendor.length > 0 ? inArray(vendors.code, filters.vendor) : undefined,
  );
}

/** What a person may be given: vendors for outsiders, markets for insiders, by code and name. */
export async function personChoices(reader: Reader, scope: Scope) {
  const [vendorRows, marketRows] = await Promise.all([
    reader
      .select({ code: vendors.code, name: vendors.name })
      .from(vendors)
      .where(withinScope(scope, vendors.id))
      .orderBy(asc(vendors.name))
      .limit(MOST_CHOICES),
    reader
      .select({ code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh })
      .from(markets)
      .orderBy(asc(markets.path))
      .limit(MOST_CHOICES),
  ]);
  return { vendors: vendorRows, markets: marketRows };
}
const MOST_CHOICES = 2000;
