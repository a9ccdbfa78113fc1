import {
  compare,
  divide,
  fraction,
  multiply,
  roundedWhole,
  whole,
  type Fraction,
} from '~/shared/fraction';
import { minorDigits } from '~/shared/money';
import { keptList } from '~/shared/kept-list';
import type { Period } from '~/shared/period';

/** Flows (fees, credits) go by the month's average, balances (what is carried over or due) by its last fixing. */
export type RateBasis = 'average' | 'month_end';

/** A currency's rates of a month in units for one euro, with the day of the last fixing and who published them. */
export type MonthRate = {
  average: string;
  monthEnd: string;
  monthEndOn: string;
  source: string;
};

/** Known rates by `period/currency`; the euro itself needs none. */
export type RateTable = ReadonlyMap<string, MonthRate>;

/** A rate that a conversion went by. */
export type UsedRate = { currency: string; rate: string; source: string };

/** Units of a currency for one euro, as fixed on a day. */
export type DatedRate = { currency: string; rate: string; on: string };

export type Converted = { minor: number; rates: UsedRate[] };

const BASE = 'EUR';

/**
 * Units of one currency for one of another, over the euro and exact, with the rates that led there: the one way from a
 * currency to another. Null where a rate is not known: it is never taken one for one.
 */
export function crossed<Rate extends { rate: string }>(
  from: string,
  to: string,
  rateOf: (currency: string) => Rate | null,
): { factor: Fraction; rates: Rate[] } | null {
  if (from === to) return { factor: whole(1), rates: [] };
  const [source, goal] = [unitsOf(from, rateOf), unitsOf(to, rateOf)];
  if (!source || !goal) return null;
  return { factor: divide(goal.units, source.units), rates: [...source.rates, ...goal.rates] };
}

/** Units of a currency for one euro. */
function unitsOf<Rate extends { rate: string }>(
  currency: string,
  rateOf: (currency: string) => Rate | null,
): { units: Fraction; rates: Rate[] } | null {
  if (currency === BASE) return { units: whole(1), rates: [] };
  const known = rateOf(currency);
  const units = known && fraction(known.rate);
  return units && compare(units, whole(0)) > 0 ? { units, rates: [known] } : null;
}

/** The rate of a currency that was known on a day: the latest one fixed on or before it. */
export function fixedBy(
  rates: readonly DatedRate[],
  currency: string,
  day: string,
): DatedRate | null {
  return rates
    .filter((rate) => rate.currency === currency && rate.on <= day)
    .reduce<DatedRate | null>((last, rate) => (last && last.on >= rate.on ? last : rate), null);
}

/**
 * An amount in another currency at a month's rates, rounded half up once, with the rates that led there; null without a
 * rate. Nothing is nothing in every currency.
 */
export function convert(
  minor: number,
  {
    period,
    from,
    to,
    basis = 'average',
  }: { period: Period; from: string; to: string; basis?: RateBasis },
  table: RateTable,
): Converted | null {
  if (from === to || minor === 0) return { minor, rates: [] };
  const cross = crossed(from, to, (currency) => monthRate(currency, period, basis, table));
  const [digitsFrom, digitsTo] = [minorDigits(from), minorDigits(to)];
  if (!cross || digitsFrom === null || digitsTo === null) return null;
  const units = divide(whole(minor), whole(10 ** digitsFrom));
  return {
    minor: roundedWhole(multiply(multiply(units, cross.factor), whole(10 ** digitsTo))),
    rates: cross.rates,
  };
}

/** The amount alone, null without a rate. */
export function convertedMinor(
  minor: number,
  how: Parameters<typeof convert>[1],
  table: RateTable,
): number | null {
  return convert(minor, how, table)?.minor ?? null;
}

function monthRate(
  currency: string,
  period: Period,
  basis: RateBasis,
  table: RateTable,
): UsedRate | null {
  const known = table.get(`${period}/${currency}`);
  if (!known) return null;
  const rate = basis === 'average' ? known.average : known.monthEnd;
  return { currency, rate, source: known.source };
}

/** Units of one currency for one of another at a month's rates, as a decimal of six places; null without a rate. */
export function crossRate(
  how: Parameters<typeof convert>[1],
  table: RateTable,
): { rate: string; on: string | null; source: string } | null {
  const { period, from, to, basis = 'average' } = how;
  const cross = crossed(from, to, (currency) => monthRate(currency, period, basis, table));
  if (!cross) return null;
  const millionths = roundedWhole(multiply(cross.factor, whole(1_000_000)));
  const days = [from, to].flatMap((currency) => table.get(`${period}/${currency}`) ?? []);
  return {
    rate: `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`,
    on: basis === 'month_end' ? (days[0]?.monthEndOn ?? null) : null,
    source: keptList(new Set(days.map((each) => each.source))),
  };
}
