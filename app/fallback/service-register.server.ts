import { asc, eq, sql } from 'drizzle-orm';
import { markets } from '~db/schema/markets';
import { offerings, services } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import type { MarketAsked, OfferingFact, ServiceAsked } from './candidate';
import { loadFirms, type FirmWithStatus } from './load-firms.server';

/** What a vendor can do of the service in a market, and what it carries of it now. */
export type RegisteredOffering = OfferingFact & {
  id: number;
  vendorId: number;
  sharePercent: string | null;
  market: MarketAsked;
};

/** Everyone who offers a service, and the vendor whose failure is asked about. */
export type ServiceRegister = {
  service: ServiceAsked & { ownerId: number | null };
  firms: ReadonlyMap<number, FirmWithStatus>;
  offerings: RegisteredOffering[];
};

/** Who offers a service where, in three queries; null where there is no such service. */
export async function loadServiceRegister(
  reader: Reader,
  serviceId: number,
  vendorId: number,
): Promise<ServiceRegister | null> {
  const [service] = await reader.select().from(services).where(eq(services.id, serviceId));
  if (!service) return null;
  const firms = await loadFirms(
    reader,
    sql`select vendor_id from offerings where service_id = ${serviceId} union select ${sql.raw(String(vendorId))}`,
  );
  return { service, firms, offerings: await offeringsOfService(reader, serviceId) };
}

async function offeringsOfService(
  reader: Reader,
  serviceId: number,
): Promise<RegisteredOffering[]> {
  const rows = await reader
    .select({ offering: offerings, market: markets })
    .from(offerings)
    .innerJoin(markets, eq(markets.id, offerings.marketId))
    .where(eq(offerings.serviceId, serviceId))
    .orderBy(asc(markets.code), asc(offerings.vendorId));
  return rows.map(({ offering, market }) => ({
    id: offering.id,
    vendorId: offering.vendorId,
    sharePercent: offering.sharePercent,
    market: marketAsked(market),
    ...offeringFact(offering),
  }));
}

/** The part of an offering that proposals look at and keep. */
function offeringFact(offering: typeof offerings.$inferSelect): OfferingFact {
  const { marketId, capacity, carried, unitPrice, currency, switchDays } = offering;
  const { standbySignedOn, switchTestedOn, integratedOn } = offering;
  const ready = { standbySignedOn, switchTestedOn, integratedOn };
  return { marketId, capacity, carried, unitPrice, currency, switchDays, ...ready };
}

/** A market with those that contain it, nearest first, as its path says. */
export function marketAsked(market: typeof markets.$inferSelect): MarketAsked {
  const { id, code, nameEn, nameZh, path } = market;
  const above = path.split('/').flatMap((part) => (part === '' ? [] : [Number(part)]));
  return { id, code, nameEn, nameZh, ancestors: above.filter((each) => each !== id).reverse() };
}
