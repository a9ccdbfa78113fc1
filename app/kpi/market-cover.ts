import type { MarketEntry, ReportContext } from './reading';

/** The markets above a market, nearest first. */
export function marketsAbove(markets: ReadonlyMap<string, MarketEntry>, code: string): string[] {
  const above: string[] = [];
  let parent = markets.get(code)?.parent ?? null;
  while (parent !== null && !above.includes(parent)) {
    above.push(parent);
    parent = markets.get(parent)?.parent ?? null;
  }
  return above;
}

/**
 * Tells whether the vendor offers a service in a market: there, in a market that contains it, or in one that it contains.
 * No service means any; no market means the vendor's total. Without any offering nothing is refused, nor is a market
 * that this very report brings into the register, which nobody can have offered yet.
 */
export function offeringCheck(
  context: Pick<ReportContext, 'offerings' | 'markets'>,
): (service: string | null, market: string | null) => boolean {
  const markets = new Map(context.markets.map((market) => [market.code, market]));
  const met = new Map<string, boolean>();
  const related = (offered: string, wanted: string) =>
    offered === wanted ||
    marketsAbove(markets, wanted).includes(offered) ||
    marketsAbove(markets, offered).includes(wanted);
  return (service, market) => {
    if (context.offerings.length === 0) return true;
    if (market !== null && !markets.has(market)) return true;
    const key = `${service ?? ''}|${market ?? ''}`;
    const known = met.get(key);
    if (known !== undefined) return known;
    const offered = context.offerings.some(
      (offering) =>
        (service === null || offering.service === service) &&
        (market === null || related(offering.market, market)),
    );
    met.set(key, offered);
    return offered;
  };
}
