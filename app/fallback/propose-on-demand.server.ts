import { and, eq } from 'drizzle-orm';
import { dayOf, type Act } from '~/auth/act';
import { marketWithin } from '~/auth/scope.server';
import { refused, type Outcome } from '~/shared/outcome';
import { serviceChoices } from '~/vendors/library-queries.server';
import { findVendorByCode } from '~/vendors/vendor-queries.server';
import { keptList } from '~/shared/kept-list';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Reader, Store } from '~db/store.server';
import { proposeFallback, type Proposed } from './propose-fallback.server';
import { type ProposalScope, wholeVendorScopes } from './proposal-scope';
import { feltScopes, providedOf } from './served';
import { ancestorsOfMarkets, reachedMarkets, servedBy } from './served-markets.server';

/** What is asked by codes: a service in a market, a service as a whole, or everything that the vendor does. */
export type Demand = { vendor: string; service: string | null; market: string | null };

/**
 * What if this vendor failed tomorrow? Proposes for what the person named, as of a day. Refused where the vendor, service
 * or market is unknown or out of reach, where the vendor does not offer the service there, and for the service as a whole
 * where it only stands by within reach (`vendor_stands_by`).
 */
export async function proposeOnDemand(
  store: Store,
  act: Act,
  demand: Demand,
  asOf: string = dayOf(act.now),
): Promise<Outcome<Proposed[]>> {
  return store.transact(async (tx) => {
    const vendor = await findVendorByCode(tx, act.scope, demand.vendor);
    if (!vendor) return refused('vendor_unknown', { value: demand.vendor }, 'vendor');
    const scopes = await scopesOf(tx, act, vendor.id, demand);
    if (!scopes.ok) return scopes;
    const { actor } = act;
    const personId = actor.kind === 'person' ? actor.personId : null;
    const personName = actor.kind === 'person' ? actor.name : null;
    const cause = { kind: 'on_demand' as const, personId, personName, on: asOf };
    return proposeFallback(store, act, { scopes: scopes.value, causes: [cause], asOf });
  });
}

async function scopesOf(
  reader: Reader,
  act: Act,
  vendorId: number,
  demand: Demand,
): Promise<Outcome<ProposalScope[]>> {
  const served = (await servedBy(reader, [vendorId])).get(vendorId) ?? [];
  const marketIds = served.map(({ marketId }) => marketId);
  const reached = await reachedMarkets(reader, act.scope, marketIds);
  const own = served.filter(({ marketId }) => reached.has(marketId));
  const service = demand.service === null ? null : await serviceOf(reader, demand.service);
  if (demand.service !== null && !service)
    return refused(
      'service_unknown',
      { value: demand.service, known: keptList(await serviceCodes(reader)) },
      'service',
    );
  const market = demand.market === null ? null : await marketOf(reader, act, demand.market);
  if (demand.market !== null && !market)
    return refused('market_unknown', { value: demand.market }, 'market');
  if (!service) {
    const everywhere = wholeVendorScopes(vendorId, own);
    return everywhere.length > 0
      ? { ok: true, value: everywhere }
      : refused('vendor_offers_nothing', { value: demand.vendor }, 'vendor');
  }
  if (!own.some(({ serviceId }) => serviceId === service.id))
    return refused('vendor_without_service', { service: service.code }, 'service');
  const provided = providedOf(served.filter(({ serviceId }) => serviceId === service.id));
  if (!market && !provided.some(({ marketId }) => reached.has(marketId)))
    return refused('vendor_stands_by', { service: service.code }, 'market');
  const scope = { vendorId, serviceId: service.id, marketId: market?.id ?? null };
  const ancestorsOf = await ancestorsOfMarkets(reader, market ? [market.id] : []);
  // A standby that carries nothing may be asked about as well.
  const offered = own.map((each) => ({ ...each, sharePercent: null }));
  const [felt] = feltScopes([scope], offered, ancestorsOf);
  return felt?.marketId === scope.marketId
    ? { ok: true, value: [scope] }
    : refused(
        'vendor_not_in_market',
        { service: service.code, market: market?.code ?? '' },
        'market',
      );
}

async function serviceOf(reader: Reader, code: string) {
  const [row] = await reader
    .select({ id: services.id, code: services.code })
    .from(services)
    .where(eq(services.code, code));
  return row ?? null;
}

async function serviceCodes(reader: Reader): Promise<string[]> {
  const rows = await serviceChoices(reader);
  return rows.map(({ code }) => code);
}

async function marketOf(reader: Reader, act: Act, code: string) {
  const [row] = await reader
    .select({ id: markets.id, code: markets.code })
    .from(markets)
    .where(and(eq(markets.code, code), marketWithin(act.scope)));
  return row ?? null;
}
