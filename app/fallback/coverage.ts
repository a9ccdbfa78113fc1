import { Decimal } from '~/shared/decimal';
import type { MarketAsked, OfferingFact } from './candidate';

/** How a vendor serves a market: by its offering there, or by the one in the nearest market that contains it. */
export function offeringFor(
  offerings: readonly OfferingFact[],
  market: Pick<MarketAsked, 'id' | 'ancestors'>,
): OfferingFact | null {
  for (const place of [market.id, ...market.ancestors]) {
    const found = offerings.find((offering) => offering.marketId === place);
    if (found) return found;
  }
  return null;
}

/** The markets asked for that none of the offerings reaches. */
export function unserved(
  offerings: readonly OfferingFact[],
  markets: readonly MarketAsked[],
): MarketAsked[] {
  return markets.filter((market) => offeringFor(offerings, market) === null);
}

/**
 * The offerings by which a vendor would serve the markets asked for, each once. Where no market is asked for by name,
 * because the incumbent has none on record, all of its offerings of the service.
 */
export function offeringsUsed(
  offerings: readonly OfferingFact[],
  markets: readonly MarketAsked[],
): OfferingFact[] {
  if (markets.length === 0) return [...offerings];
  const used = markets.map((market) => offeringFor(offerings, market));
  return [...new Set(used.filter((offering) => offering !== null))];
}

/** The days to take over all of it: the slowest market decides, and one that is unknown leaves it unknown. */
export function slowestSwitch(offerings: readonly OfferingFact[]): number | null {
  const days = offerings.map((offering) => offering.switchDays);
  return days.length === 0 || days.includes(null) ? null : Math.max(...days.map(Number));
}

/** Units a month that are still free over all of it, never below 0; null where the capacity of a part is unknown. */
export function freeCapacity(offerings: readonly OfferingFact[]): Decimal | null {
  let free = new Decimal(0);
  for (const { capacity, carried } of offerings) {
    if (capacity === null) return null;
    free = free.plus(Decimal.max(0, new Decimal(capacity).minus(carried ?? 0)));
  }
  return offerings.length === 0 ? null : free;
}

/** What makes a vendor ready to step in: days on which it was done, null where it was not. */
export type Preparations = {
  standbySignedOn: string | null;
  switchTestedOn: string | null;
  integratedOn: string | null;
};

/** The preparations over all of it: what was not done in one market is not done, else the earliest day counts. */
export function preparations(offerings: readonly OfferingFact[]): Preparations {
  return {
    standbySignedOn: earliest(offerings.map((offering) => offering.standbySignedOn)),
    switchTestedOn: earliest(offerings.map((offering) => offering.switchTestedOn)),
    integratedOn: earliest(offerings.map((offering) => offering.integratedOn)),
  };
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>(
    (first, day, index) =>
      index === 0 ? day : first === null || day === null ? null : day < first ? day : first,
    null,
  );
}
