import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { marketWithin, withinScope } from '~/auth/scope.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { markets } from '~db/schema/markets';
import { offerings, services } from '~db/schema/vendors';
import { prepared } from '~db/prepared';
import type { Reader } from '~db/store.server';

type Sort = 'code' | 'name' | 'recovery';
export type ServiceListQuery = ListQuery<Sort, never>;

export const serviceListSpec: ListSpec<Sort, never> = {
  sorts: ['code', 'name', 'recovery'],
  defaultSort: 'code',
};

/** Services with how many vendors within the scope offer each. The list of services is for everyone inside. */
export async function listServices(
  reader: Reader,
  scope: Scope,
  query: ServiceListQuery,
  locale: 'en' | 'zh-CN',
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const offering = reader
    .select({
      serviceId: offerings.serviceId,
      vendors: sql<number>`count(distinct ${offerings.vendorId})`.mapWith(Number).as('vendors'),
      markets: sql<number>`count(distinct ${offerings.marketId})`.mapWith(Number).as('markets'),
    })
    .from(offerings)
    .where(withinScope(scope, offerings.vendorId))
    .groupBy(offerings.serviceId)
    .as('offering');
  const name = locale === 'en' ? services.nameEn : services.nameZh;
  const by = query.dir === 'asc' ? asc : desc;
  const first: Record<Sort, SQL> = {
    code: by(services.code),
    name: by(name),
    recovery: sql`${by(services.recoveryDays)} nulls last`,
  };
  return reader
    .select({ service: services, vendors: offering.vendors, markets: offering.markets })
    .from(services)
    .leftJoin(offering, eq(offering.serviceId, services.id))
    .where(serviceCondition(query))
    .orderBy(first[query.sort], asc(services.code))
    .limit(window.limit)
    .offset(window.offset);
}

export async function countServices(reader: Reader, query: ServiceListQuery): Promise<number> {
  return reader.$count(services, serviceCondition(query));
}

function serviceCondition({ search }: ServiceListQuery): SQL | undefined {
  return holdsText(search, services.code, services.nameEn, services.nameZh);
}

export async function findService(reader: Reader, serviceId: number) {
  const [row] = await reader.select().from(services).where(eq(services.id, serviceId));
  return row ?? null;
}

const everyService = prepared([], (reader) =>
  reader
    .select({
      id: services.id,
      code: services.code,
      nameEn: services.nameEn,
      nameZh: services.nameZh,
    })
    .from(services)
    .orderBy(asc(services.code)),
);

/** Every service, for forms and filters. */
export async function serviceChoices(reader: Reader) {
  return everyService(reader, {});
}

/** The markets of the scope, parents before their children, for forms and filters. */
export async function marketChoices(reader: Reader, scope: Scope) {
  return reader
    .select({
      id: markets.id,
      code: markets.code,
      nameEn: markets.nameEn,
      nameZh: markets.nameZh,
      level: markets.level,
      parentId: markets.parentId,
      path: markets.path,
    })
    .from(markets)
    .where(marketWithin(scope))
    .orderBy(asc(markets.code));
}

/** How many vendors within the scope offer something in each market itself. */
export async function vendorsByMarket(reader: Reader, scope: Scope): Promise<Map<number, number>> {
  const rows = await reader
    .select({
      marketId: offerings.marketId,
      vendors: sql<number>`count(distinct ${offerings.vendorId})`.mapWith(Number),
    })
    .from(offerings)
    .where(withinScope(scope, offerings.vendorId))
    .groupBy(offerings.marketId);
  return new Map(rows.map(({ marketId, vendors }) => [marketId, vendors]));
}

export async function findMarket(reader: Reader, scope: Scope, marketId: number) {
  const [row] = await reader
    .select()
    .from(markets)
    .where(and(eq(markets.id, marketId), marketWithin(scope)));
  return row ?? null;
}
