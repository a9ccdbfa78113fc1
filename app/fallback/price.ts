import { Decimal, roundedText } from '~/shared/decimal';
import { type DatedRate, type MarketAsked, type OfferingFact, type RateTable } from './candidate';
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

/** The rate of a currency that was known on the day: the latest one fixed on or before it, 1 for the base itself. */
function rateOn(table: RateTable, currency: string, asOf: string): DatedRate | null {
  if (currency === table.base) return { currency, rate: '1', on: asOf };
  return table.rates
    .filter((rate) => rate.currency === currency && rate.on <= asOf)
    .reduce<DatedRate | null>((last, rate) => (last && last.on >= rate.on ? last : rate), null);
}

/** An amount in another currency at the rates known on the day, unrounded, or null where one is missing. */
function convert(
  amount: string,
  from: string,
  to: string,
  table: RateTable,
  asOf: string,
): { amount: Decimal; rates: DatedRate[] } | null {
  if (from === to) return { amount: new Decimal(amount), rates: [] };
  const [source, goal] = [rateOn(table, from, asOf), rateOn(table, to, asOf)];
  if (!source || !goal) return null;
  const rates = [source, goal].filter((rate) => rate.currency !== table.base);
  return { amount: new Decimal(amount).times(goal.rate).div(source.rate), rates };
}

/**
 * A vendor's unit price for the markets asked for, in one currency at the rates of the day: the plain mean over the
 * markets, so that one market gives exactly its price. A market without a price, or a currency without a rate, leaves
 * it unknown.
 */
export function comparedPrice(
  offerings: readonly OfferingFact[],
  markets: readonly MarketAsked[],
  currency: string,
  table: RateTable,
  asOf: string,
): ComparedPrice | PriceUnknown {
  const priced =
    markets.length === 0 ? offerings : markets.map((market) => offeringFor(offerings, market));
  const stored: ComparedPrice['stored'] = [];
  const rates = new Map<string, DatedRate>();
  let sum = new Decimal(0);
  for (const offering of priced) {
    if (offering?.unitPrice == null || offering.currency === null) return 'no_price';
    const converted = convert(offering.unitPrice, offering.currency, currency, table, asOf);
    if (!converted) return 'no_rate';
    sum = sum.plus(converted.amount);
    converted.rates.forEach((rate) => rates.set(rate.currency, rate));
    stored.push({
      marketId: offering.marketId,
      amount: offering.unitPrice,
      currency: offering.currency,
    });
  }
  if (stored.length === 0) return 'no_price';
  return {
    amount: roundedText(sum.div(stored.length), 12),
    currency,
    stored,
    rates: [...rates.values()],
  };
}
