import { and, asc, eq, gte, lte, or, sql } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { firstDay } from '~/shared/period';
import { proposals } from '~db/schema/fallback';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { loadFirms } from './load-firms.server';
import { fallbackSection, type PlaceReadiness } from './pack-fallback';
import { readinessOf, type Provider } from './readiness';

/** Of a pack's internal part: who could take over from the vendor where it serves, and what was proposed and decided. */
export const fallbackSections: PackContributor = async (reader, { vendorId, quarter, today }) => {
  const places = await placesOf(reader, vendorId, today);
  const proposed = await reader
    .select({
      id: proposals.id,
      state: proposals.state,
      asOf: proposals.asOf,
      decidedAt: proposals.decidedAt,
      leader: { id: vendors.id, name: vendors.name },
      serviceEn: services.nameEn,
      serviceZh: services.nameZh,
      marketEn: markets.nameEn,
      marketZh: markets.nameZh,
    })
    .from(proposals)
    .innerJoin(services, eq(services.id, proposals.serviceId))
    .leftJoin(markets, eq(markets.id, proposals.marketId))
    .leftJoin(vendors, eq(vendors.id, proposals.leaderId))
    .where(
      and(
        eq(proposals.vendorId, vendorId),
        lte(proposals.asOf, today),
        or(eq(proposals.state, 'open'), gte(proposals.decidedAt, firstDay(quarter))),
      ),
    )
    .orderBy(asc(proposals.asOf), asc(proposals.id));
  return places.length + proposed.length === 0 ? [] : [fallbackSection(places, proposed)];
};

/** The services and markets that the vendor carries, each with everybody who serves or stands by there. */
async function placesOf(
  reader: Reader,
  vendorId: number,
  today: string,
): Promise<PlaceReadiness[]> {
  const own = sql`(${offerings.serviceId}, ${offerings.marketId}) in (
    select service_id, market_id from offerings where vendor_id = ${vendorId})`;
  const rows = await reader
    .select({
      offering: offerings,
      service: { code: services.code, nameEn: services.nameEn, nameZh: services.nameZh },
      market: { code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh },
    })
    .from(offerings)
    .innerJoin(services, eq(services.id, offerings.serviceId))
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(own)
    .orderBy(asc(services.code), asc(markets.code), asc(offerings.vendorId));
  const firms = await loadFirms(
    reader,
    sql`select vendor_id from offerings where (service_id, market_id) in (
      select service_id, market_id from offerings where vendor_id = ${vendorId})`,
  );
  const places = new Map<string, Omit<PlaceReadiness, 'readiness'> & { providers: Provider[] }>();
  for (const { offering, service, market } of rows) {
    const firm = firms.get(offering.vendorId);
    if (!firm) continue;
    const { status: _status, ...vendor } = firm;
    const key = `${service.code}/${market.code}`;
    const place = places.get(key) ?? { key, service, market, providers: [] };
    places.set(key, place);
    const { sharePercent, standbyOrder, standbySignedOn, switchTestedOn, integratedOn } = offering;
    const done = { standbySignedOn, switchTestedOn, integratedOn };
    place.providers.push({ vendor, sharePercent, standbyOrder, ...done });
  }
  return [...places.values()].map(({ providers, ...place }) => ({
    ...place,
    readiness: readinessOf(providers, today),
  }));
}
