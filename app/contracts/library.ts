import { done, refusedFields, type Outcome, type Reason } from '~/shared/outcome';
import { unknownCode, type Directions } from './contract-file';
import type { Pricing } from './pricing';
import type { SlaTerm } from './sla-term';
import { pricedParts } from './volume-fee';

/** What terms and contracts may speak of, by code: the KPI library, the services, the markets that were asked for. */
export type Library = {
  kpis: ReadonlyMap<string, { id: number; better: 'higher' | 'lower'; unit: string }>;
  services: ReadonlyMap<string, number>;
  markets: ReadonlyMap<string, number>;
};

export type TermPlace = { kpiId: number; serviceId: number | null; marketId: number | null };

export function directionsOf(library: Library): Directions {
  return new Map([...library.kpis].map(([code, { better }]) => [code, better]));
}

/** Where a term belongs, as the store names it; a refusal says which codes are unknown and which there are. */
export function placeOfTerm(term: SlaTerm, library: Library, path = ''): Outcome<TermPlace> {
  const kpi = library.kpis.get(term.kpi);
  const service = placed(library.services, term.scope.service);
  const market = placed(library.markets, term.scope.market);
  if (kpi && service !== undefined && market !== undefined)
    return done({ kpiId: kpi.id, serviceId: service, marketId: market });
  const wrong: Reason[] = [];
  if (!kpi)
    wrong.push(unknownCode('kpi_unknown', term.kpi, [...library.kpis.keys()], `${path}kpi`));
  if (service === undefined)
    wrong.push(unknownService(term.scope.service, library, `${path}scope.service`));
  if (market === undefined) wrong.push(unknownMarket(term.scope.market, `${path}scope.market`));
  return refusedFields(wrong);
}

export type ScopePlace = { serviceId: number; marketId: number | null };

/** What a contract covers: every service in every market, or everywhere where no market is named. */
export function placesOfScope(
  services: readonly string[],
  markets: readonly string[],
  library: Library,
): Outcome<ScopePlace[]> {
  const wrong = [
    ...services.flatMap((code, index) =>
      library.services.has(code) ? [] : [unknownService(code, library, `services.${index}`)],
    ),
    ...markets.flatMap((code, index) =>
      library.markets.has(code) ? [] : [unknownMarket(code, `markets.${index}`)],
    ),
  ];
  if (wrong.length > 0) return refusedFields(wrong);
  const marketIds = markets.length === 0 ? [null] : idsOf(markets, library.markets);
  return done(
    idsOf(services, library.services).flatMap((serviceId) =>
      marketIds.map((marketId) => ({ serviceId, marketId })),
    ),
  );
}

/** Refused where a price counts a volume of a service or a market that is not there. */
export function checkVolumes(pricing: Pricing | null, library: Library): Outcome {
  const wrong = pricedParts(pricing).flatMap(({ measure }) => {
    if (measure === null) return [];
    const { service, market } = measure;
    return [
      ...(placed(library.services, service ?? null) === undefined
        ? [unknownService(service ?? null, library, 'pricing.volume.service')]
        : []),
      ...(placed(library.markets, market ?? null) === undefined
        ? [unknownMarket(market ?? null, 'pricing.volume.market')]
        : []),
    ];
  });
  return wrong.length > 0 ? refusedFields(wrong) : done();
}

function placed(ids: ReadonlyMap<string, number>, code: string | null): number | null | undefined {
  return code === null ? null : ids.get(code);
}

function idsOf(codes: readonly string[], ids: ReadonlyMap<string, number>): number[] {
  return [...new Set(codes.flatMap((code) => ids.get(code) ?? []))];
}

function unknownService(code: string | null, library: Library, field: string): Reason {
  return unknownCode('service_unknown', code, [...library.services.keys()], field);
}

function unknownMarket(code: string | null, field: string): Reason {
  return { code: 'market_unknown', params: { value: code }, field };
}
