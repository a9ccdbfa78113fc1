import { eq, inArray } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { termsInForce, type Term } from '~/contracts/term-queries.server';
import type { SlaTerm } from '~/contracts/sla-term';
import { lastRates } from '~/rates/rate-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import { contractScopes } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import type { Reader } from '~db/store.server';
import { askedTerm } from './asked-term';
import type { FallbackRequest, MarketAsked, TermAsked } from './candidate';
import type { ProposalScope } from './proposal-scope';
import { providedOf } from './served';
import { marketAsked, type ServiceRegister } from './service-register.server';
import { unitsCarried, volumeParts, type CarriedVolume } from './volume';

/**
 * What a proposal asks: who could take over from this vendor here. Measured by the term that was missed, else by those of
 * the vendor's contracts for the service on the day. Null where vendor or market is not there.
 */
export async function gatherRequest(
  reader: Reader,
  register: ServiceRegister,
  scope: ProposalScope,
  asked: { asOf: string; missed: readonly TermAsked[] | null },
): Promise<FallbackRequest | null> {
  const { asOf, missed } = asked;
  const firm = register.firms.get(scope.vendorId);
  const market = scope.marketId === null ? null : await findMarketAsked(reader, scope.marketId);
  if (!firm || (scope.marketId !== null && !market)) return null;
  const { status: _status, ...vendor } = firm;
  const own = register.offerings.filter(({ vendorId }) => vendorId === scope.vendorId);
  const carried = carriedVolumes(register);
  const terms = missed ? [...missed] : await contractTerms(reader, register, scope, market, asOf);
  const { ownerId: _owner, ...service } = register.service;
  const { id, code, nameEn, nameZh, recoveryDays, requiredCertificates } = service;
  return {
    asOf,
    incumbent: {
      vendor,
      offerings: own.map(
        ({ id: _id, vendorId: _vendorId, sharePercent: _share, market: _market, ...fact }) => fact,
      ),
    },
    service: { id, code, nameEn, nameZh, recoveryDays, requiredCertificates },
    market,
    incumbentMarkets: providedOf(own).map((offering) => offering.market),
    asked: { sharePercent: '100', unitsAMonth: unitsCarried(carried, vendor.id, market) },
    terms,
    basis: missed ? 'missed_term' : 'contract_terms',
    volumes: volumeParts(carried, vendor.id, market),
    houseCurrency: await readSetting(reader, 'house_currency'),
    rates: await ratesOn(reader, register, asOf),
  };
}

async function findMarketAsked(reader: Reader, marketId: number): Promise<MarketAsked | null> {
  const [market] = await reader.select().from(markets).where(eq(markets.id, marketId));
  return market ? marketAsked(market) : null;
}

function carriedVolumes({ offerings, firms }: ServiceRegister): CarriedVolume[] {
  return offerings.flatMap(({ vendorId, market, carried, sharePercent }) => {
    const vendor = firms.get(vendorId);
    return vendor ? [{ vendor, market, carried, sharePercent }] : [];
  });
}

/** The vendor's terms on the day that speak of the service and of the market, of one that contains it, or of none. */
async function contractTerms(
  reader: Reader,
  { service }: ServiceRegister,
  { vendorId }: ProposalScope,
  market: MarketAsked | null,
  asOf: string,
): Promise<TermAsked[]> {
  const inForce = await termsInForce(reader, everything, asOf, vendorId);
  const services = await servicesOfContracts(
    reader,
    inForce.map(({ contractId }) => contractId),
  );
  const placeIds = market ? [market.id, ...market.ancestors] : [];
  const placeCodes = new Set(await marketCodes(reader, placeIds));
  return inForce
    .filter(
      (term) =>
        (term.service === service.code ||
          (term.service === null && covers(services, term.contractId, service.id))) &&
        (term.market === null || market === null || placeCodes.has(term.market)),
    )
    .map(({ version, ...term }) => sourcedTerm(term, version.term));
}

/** A stored term as the ranking asks it. */
export function sourcedTerm(
  { kpiId, kpi, kpiEn, kpiZh, unit }: Pick<Term, 'kpiId' | 'kpi' | 'kpiEn' | 'kpiZh' | 'unit'>,
  term: SlaTerm,
): TermAsked {
  return askedTerm({ id: kpiId, code: kpi, nameEn: kpiEn, nameZh: kpiZh, unit }, term);
}

/** A contract that names no service covers all that the vendor does. */
function covers(
  services: ReadonlyMap<number, Set<number>>,
  contractId: number,
  serviceId: number,
): boolean {
  const named = services.get(contractId);
  return named === undefined || named.has(serviceId);
}

/** The services that contracts name, by contract. */
export async function servicesOfContracts(
  reader: Reader,
  contractIds: readonly number[],
): Promise<Map<number, Set<number>>> {
  const named = new Map<number, Set<number>>();
  if (contractIds.length === 0) return named;
  const rows = await reader
    .selectDistinct({ contractId: contractScopes.contractId, serviceId: contractScopes.serviceId })
    .from(contractScopes)
    .where(inArray(contractScopes.contractId, [...new Set(contractIds)]));
  for (const { contractId, serviceId } of rows)
    named.set(contractId, (named.get(contractId) ?? new Set()).add(serviceId));
  return named;
}

async function marketCodes(reader: Reader, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({ code: markets.code })
    .from(markets)
    .where(inArray(markets.id, [...ids]));
  return rows.map(({ code }) => code);
}

/** The rates of the currencies in which the service is priced and of the house's. */
async function ratesOn(reader: Reader, { offerings }: ServiceRegister, asOf: string) {
  const house = await readSetting(reader, 'house_currency');
  return lastRates(reader, [house, ...offerings.flatMap(({ currency }) => currency ?? [])], asOf);
}
