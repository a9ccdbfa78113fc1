import { and, asc, desc, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { marketWithin } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import type { ListQuery, ListSpec } from '~/shared/list-query';
import { markets } from '~db/schema/markets';
import { offerings, services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { loadFirms } from './load-firms.server';
import { readinessOf, type Provider, type Readiness } from './readiness';

type Sort = 'service' | 'market';
type Filter = 'service' | 'market' | 'exposed' | 'standby';
export type ReadinessListQuery = ListQuery<Sort, Filter>;

/** What the overview of readiness may be asked for; services and markets by their codes. */
export const readinessListSpec: ListSpec<Sort, Filter> = {
  sorts: ['service', 'market'],
  defaultSort: 'service',
  filters: {
    service: 'any',
    market: 'any',
    exposed: ['yes', 'no'],
    standby: ['none', 'not_ready'],
  },
};

type Named = { code: string; nameEn: string; nameZh: string };
export type ReadinessRow = Readiness & { key: string; service: Named; market: Named };

/**
 * How prepared we are, for every service and market in which somebody offers it. Of the vendors there those are read that
 * carry volume or stand by, which are few however many could.
 */
export async function listReadiness(
  reader: Reader,
  scope: Scope,
  query: ReadinessListQuery,
  asOf: string,
): Promise<ReadinessRow[]> {
  if (scope.kind === 'vendor') return [];
  const within = and(marketWithin(scope), condition(query));
  const offered = await offeredPlaces(reader);
  const rows = await reader
    .select({
      serviceId: services.id,
      marketId: markets.id,
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(services)
    .innerJoin(markets, sql`1 = 1`)
    .where(within)
    .orderBy(...order(query));
  const providers = await providersOf(reader);
  return rows
    .filter((place) => offered.has(keyOf(place)))
    .map(({ serviceId, marketId, service, market }) => ({
      key: `${service.code}/${market.code}`,
      service,
      market,
      ...readinessOf(providers.get(keyOf({ serviceId, marketId })) ?? [], asOf),
    }))
    .filter((row) => matches(row, query));
}

type Place = { serviceId: number; marketId: number };

const keyOf = ({ serviceId, marketId }: Place) => `${serviceId}/${marketId}`;

/** The services and markets that somebody offers, each found from the one before it in the index. */
async function offeredPlaces(reader: Reader): Promise<Set<string>> {
  const rows = await reader.rows<Place>(sql`
    with recursive place(service_id, market_id) as (
      select services.id,
        (select min(offerings.market_id) from offerings where offerings.service_id = services.id)
      from services
      union all
      select place.service_id,
        (select min(offerings.market_id) from offerings
          where offerings.service_id = place.service_id and offerings.market_id > place.market_id)
      from place where place.market_id is not null
    )
    select service_id as "serviceId", market_id as "marketId" from place where market_id is not null`);
  return new Set(rows.map(keyOf));
}

/** Carries volume or stands by, as the index `offerings_relied` has it. */
const isRelied = sql`(share_percent is not null or standby_order is not null)`;

/** Who carries volume or stands by, in each service and market. */
async function providersOf(reader: Reader): Promise<Map<string, Provider[]>> {
  const rows = await reader
    .select({
      serviceId: offerings.serviceId,
      marketId: offerings.marketId,
      vendorId: offerings.vendorId,
      sharePercent: offerings.sharePercent,
      standbyOrder: offerings.standbyOrder,
      standbySignedOn: offerings.standbySignedOn,
      switchTestedOn: offerings.switchTestedOn,
      integratedOn: offerings.integratedOn,
    })
    .from(offerings)
    .where(isRelied);
  const firms = await loadFirms(reader, sql`select vendor_id from offerings where ${isRelied}`);
  const providers = new Map<string, Provider[]>();
  for (const { serviceId, marketId, vendorId, ...provider } of rows) {
    const firm = firms.get(vendorId);
    if (!firm) continue;
    const { status: _status, ...vendor } = firm;
    const key = keyOf({ serviceId, marketId });
    const there = providers.get(key);
    if (there) there.push({ vendor, ...provider });
    else providers.set(key, [{ vendor, ...provider }]);
  }
  return providers;
}

function condition({ search, filters }: ReadinessListQuery): SQL | undefined {
  const columns = [services.nameEn, services.nameZh, services.code, markets.nameEn, markets.nameZh];
  return and(
    holdsText(search, ...columns, markets.code),
    filters.service.length > 0 ? inArray(services.code, filters.service) : undefined,
    filters.market.length > 0 ? inArray(markets.code, filters.market) : undefined,
  );
}

function order({ sort, dir }: ReadinessListQuery): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  return sort === 'market'
    ? [by(markets.code), asc(services.code)]
    : [by(services.code), asc(markets.code)];
}

function matches(row: ReadinessRow, { filters }: ReadinessListQuery): boolean {
  const { exposed, standby } = filters;
  const isExposed = row.exposure !== null;
  const first = row.standbys[0];
  return (
    (exposed.length !== 1 || exposed[0] === (isExposed ? 'yes' : 'no')) &&
    (standby.length === 0 ||
      (standby.includes('none') && !first) ||
      (standby.includes('not_ready') && first !== undefined && first.gaps.length > 0))
  );
}
