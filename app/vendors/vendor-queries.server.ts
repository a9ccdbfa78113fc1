import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import type { Named } from '~/shared/named';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import { keysIn, prepared } from '~db/prepared';
import { vendorsNamed } from '~db/vendor-search';
import type { Reader } from '~db/store.server';
import { tiers } from './tier';
import { vendorStatuses } from './vendor';
import { hasCode } from './vendor-code.server';

type Sort = 'name' | 'code' | 'country';
type Filter = 'status' | 'tier' | 'country' | 'service' | 'market' | 'due';
export type VendorListQuery = ListQuery<Sort, Filter>;

/** What may wait to be done about a vendor. */
export const vendorDues = [
  'reassessment_due',
  'certificate_ending',
  'certificate_missing',
  'change_confirm',
  'invitation_confirm',
] as const;

/** What the vendor list may be asked for; services and markets by their codes. */
export const vendorListSpec: ListSpec<Sort, Filter> = {
  sorts: ['name', 'code', 'country'],
  defaultSort: 'name',
  filters: {
    status: vendorStatuses,
    tier: tiers,
    country: 'any',
    service: 'any',
    market: 'any',
    due: vendorDues,
  },
};

/** A page of the vendor list; `among` is given where the query asks for what is due, and names the vendors. */
export async function listVendors(
  reader: Reader,
  scope: Scope,
  query: VendorListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
  among: readonly number[] | null = null,
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
    .where(await vendorCondition(reader, scope, query, among))
    .orderBy(...vendorOrder(query))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countVendors(
  reader: Reader,
  scope: Scope,
  query: VendorListQuery,
  among: readonly number[] | null = null,
): Promise<number> {
  return countListed(reader, vendors, await vendorCondition(reader, scope, query, among));
}

/** A page of the list with the count of all pages; where the first page is not full, its rows are all there are. */
export async function pageOfVendors(
  reader: Reader,
  scope: Scope,
  query: VendorListQuery,
  among: readonly number[] | null = null,
) {
  const rows = await listVendors(reader, scope, query, pageWindow(query), among);
  const isAll = query.page === 1 && rows.length < query.size;
  return { rows, total: isAll ? rows.length : await countVendors(reader, scope, query, among) };
}

type OfferedService = Named & { code: string };

const offeredBy = prepared(['vendorIds'], (reader, { vendorIds }) =>
  reader
    .selectDistinct({
      vendorId: offerings.vendorId,
      code: services.code,
      nameEn: services.nameEn,
      nameZh: services.nameZh,
    })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .where(sql`${offerings.vendorId} in ${keysIn(vendorIds)}`)
    .orderBy(asc(services.code)),
);

/** Each vendor's services in the order of their codes, for vendors that a query has found within the scope. */
export async function servicesOfVendors(
  reader: Reader,
  vendorIds: readonly number[],
): Promise<Map<number, OfferedService[]>> {
  const offered = new Map<number, OfferedService[]>();
  for (const { vendorId, ...service } of await offeredBy(reader, {
    vendorIds: JSON.stringify(vendorIds),
  })) {
    const known = offered.get(vendorId);
    if (known) known.push(service);
    else offered.set(vendorId, [service]);
  }
  return offered;
}

/**
 * The countries that vendors come from, for the list's filter: each found from the one before it in the index, since a
 * hundred thousand vendors come from a few dozen countries.
 */
export async function vendorCountries(reader: Reader, scope: Scope): Promise<string[]> {
  const seen = scope.kind === 'everything' ? sql`1 = 1` : withinScope(scope, sql`vendors.id`);
  const rows = await reader.rows<{ country: string }>(sql`
    with recursive countries(country) as (
      select min(country) from vendors where ${seen}
      union all
      select (select min(vendors.country) from vendors
        where vendors.country > countries.country and ${seen})
      from countries where countries.country is not null
    )
    select country from countries where country is not null`);
  return rows.map(({ country }) => country);
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
    .where(and(hasCode(code), withinScope(scope, vendors.id)))
    .orderBy(sql`case when ${vendors.code} = ${code} then 0 else 1 end`);
  return row ?? null;
}

async function vendorCondition(
  reader: Reader,
  scope: Scope,
  { search, filters }: VendorListQuery,
  among: readonly number[] | null,
): Promise<SQL | undefined> {
  const statuses = vendorStatuses.filter((status) => filters.status.includes(status));
  const wantedTiers = tiers.filter((tier) => filters.tier.includes(tier));
  return and(
    scope.kind === 'everything' ? undefined : withinScope(scope, vendors.id),
    among === null ? undefined : inArray(vendors.id, [...among]),
    search === '' ? undefined : sql`${vendors.id} in ${vendorsNamed(search)}`,
    statuses.length > 0 ? inArray(vendors.status, statuses) : undefined,
    wantedTiers.length > 0 ? inArray(vendors.tier, wantedTiers) : undefined,
    filters.country.length > 0 ? inArray(vendors.country, filters.country) : undefined,
    await offers(reader, filters.service, filters.market),
  );
}

/** Offers one of the services, in one of the markets: inside it, or in one that contains it. */
async function offers(
  reader: Reader,
  serviceCodes: string[],
  marketCodes: string[],
): Promise<SQL | undefined> {
  if (serviceCodes.length === 0 && marketCodes.length === 0) return undefined;
  const serving = marketCodes.length > 0 ? await marketsServing(reader, marketCodes) : null;
  if (serving === 'every' && serviceCodes.length === 0)
    return sql`exists (select 1 from offerings where offerings.vendor_id = vendors.id)`;
  const inService = sql`select ${services.id} from ${services} where ${inArray(services.code, serviceCodes)}`;
  const condition = and(
    serviceCodes.length > 0 ? sql`${offerings.serviceId} in (${inService})` : undefined,
    Array.isArray(serving) ? inArray(offerings.marketId, serving) : undefined,
  );
  return sql`${vendors.id} in (select ${offerings.vendorId} from ${offerings} where ${condition})`;
}

/** The markets in which an offering serves one of those named; `every` where the whole tree is meant. */
async function marketsServing(reader: Reader, codes: string[]): Promise<number[] | 'every'> {
  const all = await reader
    .select({ id: markets.id, code: markets.code, path: markets.path })
    .from(markets);
  const wanted = all.filter(({ code }) => codes.includes(code));
  const serving = all.filter(({ path }) =>
    wanted.some((market) => path.startsWith(market.path) || market.path.startsWith(path)),
  );
  return serving.length === all.length && all.length > 0 ? 'every' : serving.map(({ id }) => id);
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
      return [sql`${by(vendors.country)} nulls last`, by(vendors.name), by(vendors.code)];
  }
}
