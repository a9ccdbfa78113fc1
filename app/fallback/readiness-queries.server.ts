import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { marketWithin } from '~/auth/scope.server';
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
 * How prepared we are, for every service and market in which somebody offers it. Exposure depends on all vendors of a
 * place together, so the register is read as a whole, in two queries, and filtered afterwards.
 */
export async function listReadiness(
  reader: Reader,
  scope: Scope,
  query: ReadinessListQuery,
  asOf: string,
): Promise<ReadinessRow[]> {
  if (scope.kind === 'vendor') return [];
  const rows = await reader
    .select({
      offering: offerings,
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(and(marketWithin(scope), condition(query)))
    .orderBy(...order(query));
  const firms = await loadFirms(reader, sql`select vendor_id from offerings`);
  const places = new Map<
    string,
    Pick<ReadinessRow, 'service' | 'market'> & { providers: Provider[] }
  >();
  for (const { offering, service, market } of rows) {
    const firm = firms.get(offering.vendorId);
    if (!firm) continue;
    const { status: _status, ...vendor } = firm;
    const key = `${service.code}/${market.code}`;
    const place = places.get(key) ?? { service, market, providers: [] };
    places.set(key, place);
    const { sharePercent, standbyOrder, standbySignedOn, switchTestedOn, integratedOn } = offering;
    const done = { standbySignedOn, switchTestedOn, integratedOn };
    place.providers.push({ vendor, sharePercent, standbyOrder, ...done });
  }
  return [...places]
    .map(([key, { service, market, providers }]) => ({
      key,
      service,
      market,
      ...readinessOf(providers, asOf),
    }))
    .filter((row) => matches(row, query));
}

function condition({ search, filters }: ReadinessListQuery): SQL | undefined {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const columns = [services.nameEn, services.nameZh, services.code, markets.nameEn, markets.nameZh];
  const searched = [...columns, markets.code].map(
    (column) => sql`lower(${column}) like ${pattern} escape '\\'`,
  );
  return and(
    search === '' ? undefined : sql`(${sql.join(searched, sql` or `)})`,
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
