import { crossed, fixedBy, type DatedRate } from '~/rates/exchange';
import { add, decimalText, divide, fraction, multiply, whole, ZERO } from '~/shared/fraction';
import type { MarketAsked, OfferingFact } from './candidate';
import { offeringFor } from './coverage';

/** Why a price could not be given: the offering has none, or its currency has no rate on or before the day. */
export type PriceUnknown = 'no_price' | 'no_rate';

/** A unit price in one currency, with what was stored and the rates that led from one to the other. */
export type ComparedPrice = {
  amount: string;
  currency: string;
  stored: { marketId: number; amount: string; currency: string }[];
  rates: DatedRate[];
};

/**
 * A vendor's unit price for the markets asked for, in one currency at the rates of the day: the plain mean over the
 * markets, so that one market gives exactly its price. A market without a price, or a currency without a rate, leaves
 * it unknown.
 */
export function comparedPrice(
  offerings: readonly OfferingFact[],
  markets: readonly MarketAsked[],
  currency: string,
  known: readonly DatedRate[],
  asOf: string,
): ComparedPrice | PriceUnknown {
  const priced =
    markets.length === 0 ? offerings : markets.map((market) => offeringFor(offerings, market));
  const stored: ComparedPrice['stored'] = [];
  const rates = new Map<string, DatedRate>();
  let sum = ZERO;
  for (const offering of priced) {
    if (offering?.unitPrice == null || offering.currency === null) return 'no_price';
    const cross = crossed(offering.currency, currency, (one) => fixedBy(known, one, asOf));
    if (!cross) return 'no_rate';
    sum = add(sum, multiply(fraction(offering.unitPrice), cross.factor));
    cross.rates.forEach((rate) => rates.set(rate.currency, rate));
    stored.push({
      marketId: offering.marketId,
      amount: offering.unitPrice,
      currency: offering.currency,
    });
  }
  if (stored.length === 0) return 'no_price';
  return {
    amount: decimalText(divide(sum, whole(stored.length))),
    currency,
    stored,
    rates: [...rates.values()],
  };
}
