import { and, asc, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { tiers } from './tier';
import { vendorStatuses } from './vendor';

type Sort = 'name' | 'code' | 'country';
type Filter = 'status' | 'tier' | 'country' | 'service' | 'market';
export type VendorListQuery = ListQuery<Sort, Filter>;

/** What the vendor list may be asked for; services and markets by their codes. */
export const vendorListSpec: ListSpec<Sort, Filter> = {
  sorts: ['name', 'code', 'country'],
  defaultSort: 'name',
  filters: { status: vendorStatuses, tier: tiers, country: 'any', service: 'any', market: 'any' },
};

/** A page of the vendor list. */
export async function listVendors(
  reader: Reader,
  scope: Scope,
  query: VendorListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const group = sql<string | null>`(select p.name from vendors p where p.id = vendors.parent_id)`;
  return reader
    .select({
      id: vendors.id,
      code: vendors.code,
      name: vendors.name,
      country: vendors.country,
      status: vendors.status,
      tier: vendors.tier,
      group,
    })
    .from(vendors)
    .where(vendorCondition(scope, query))
    .orderBy(...vendorOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export type VendorListRow = Awaited<ReturnType<typeof listVendors>>[number];

export async function countVendors(
  reader: Reader,
  scope: Scope,
  query: VendorListQuery,
): Promise<number> {
  return reader.$count(vendors, vendorCondition(scope, query));
}

const VENDORS_AT_ONCE = 10_000;

/** Each vendor's services, by the codes of the library, for vendors that a query has found within the scope. */
export async function servicesOfVendors(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<Map<number, string[]>> {
  const offered = new Map<number, string[]>();
  for (let from = 0; from < vendorIds.length; from += VENDORS_AT_ONCE) {
    const rows = await reader
      .selectDistinct({ vendorId: offerings.vendorId, code: services.code })
      .from(offerings)
      .innerJoin(services, eq(services.id, offerings.serviceId))
      .where(inArray(offerings.vendorId, vendorIds.slice(from, from + VENDORS_AT_ONCE)))
      .orderBy(asc(services.code));
    for (const { vendorId, code } of rows) {
      const codes = offered.get(vendorId);
      if (codes) codes.push(code);
      else offered.set(vendorId, [code]);
    }
  }
  return offered;
}

/** The countries that vendors come from, for the list's filter. */
export async function vendorCountries(reader: Reader, scope: Scope): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ country: vendors.country })
    .from(vendors)
    .where(and(withinScope(scope, vendors.id), sql`${vendors.country} is not null`))
    .orderBy(asc(vendors.country));
  return rows.flatMap(({ country }) => (country === null ? [] : [country]));
}

/** One vendor, its group's name beside it; null when it is not there or out of reach. */
export async function findVendor(reader: Reader, scope: Scope, vendorId: number) {
  const [row] = await reader
    .select()
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), withinScope(scope, vendors.id)));
  return row ?? null;
}

export type Vendor = NonNullable<Awaited<ReturnType<typeof findVendor>>>;

/** The vendor of a code, whatever its case; null when there is none or it is out of reach. */
export async function findVendorByCode(reader: Reader, scope: Scope, code: string) {
  const [row] = await reader
    .select()
    .from(vendors)
    .where(and(eq(vendors.code, code), withinScope(scope, vendors.id)));
  return row ?? null;
}

function vendorCondition(scope: Scope, { search, filters }: VendorListQuery): SQL | undefined {
  const statuses = vendorStatuses.filter((status) => filters.status.includes(status));
  const wantedTiers = tiers.filter((tier) => filters.tier.includes(tier));
  return and(
    scope.kind === 'everything' ? undefined : withinScope(scope, vendors.id),
    search === '' ? undefined : named(search),
    statuses.length > 0 ? inArray(vendors.status, statuses) : undefined,
    wantedTiers.length > 0 ? inArray(vendors.tier, wantedTiers) : undefined,
    filters.country.length > 0 ? inArray(vendors.country, filters.country) : undefined,
    offers(filters.service, filters.market),
  );
}

/** Name or code holds the text, whatever its case. */
function named(search: string): SQL | undefined {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const holds = (column: typeof vendors.name | typeof vendors.code) =>
    sql`lower(${column}) like ${pattern} escape '\\'`;
  return or(holds(vendors.name), holds(vendors.code));
}

/** Offers one of the services, in one of the markets: inside it, or in one that contains it. */
function offers(serviceCodes: string[], marketCodes: string[]): SQL | undefined {
  if (serviceCodes.length === 0 && marketCodes.length === 0) return undefined;
  const inService = sql`select ${services.id} from ${services} where ${inArray(services.code, serviceCodes)}`;
  const condition = and(
    serviceCodes.length > 0 ? sql`${offerings.serviceId} in (${inService})` : undefined,
    marketCodes.length > 0
      ? sql`${offerings.marketId} in (${marketsServing(marketCodes)})`
      : undefined,
  );
  return sql`${vendors.id} in (select ${offerings.vendorId} from ${offerings} where ${condition})`;
}

function marketsServing(codes: string[]): SQL {
  const wanted = sql`wanted.code in (${sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  )})`;
  return sql`select ${markets.id} from ${markets} join markets wanted on ${wanted} and (
    substr(${markets.path}, 1, length(wanted.path)) = wanted.path
    or substr(wanted.path, 1, length(${markets.path})) = ${markets.path})`;
}

const order = { asc, desc };

/** By name where the sorted column says nothing; the key last, so that pages never overlap. */
function vendorOrder({ sort, dir }: VendorListQuery): SQL[] {
  const by = order[dir];
  switch (sort) {
    case 'name':
      return [by(vendors.name), by(vendors.code)];
    case 'code':
      return [by(vendors.code)];
    case 'country':
      return [sql`${by(vendors.country)} nulls last`, asc(vendors.name), asc(vendors.code)];
  }
}
