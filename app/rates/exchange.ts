import { compare, divide, fraction, multiply, roundedWhole, whole } from '~/shared/fraction';
import { minorDigits } from '~/shared/money';
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

export type Converted = { minor: number; rates: UsedRate[] };

const BASE = 'EUR';

/**
 * An amount in another currency at a month's rates, over the euro, rounded half up once, with the rates that led there.
 * Null where a rate is not known: an amount without a rate is not converted, never taken one for one.
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
  if (from === to) return { minor, rates: [] };
  const [source, goal] = [rateOf(from, period, basis, table), rateOf(to, period, basis, table)];
  const [digitsFrom, digitsTo] = [minorDigits(from), minorDigits(to)];
  if (!source || !goal || digitsFrom === null || digitsTo === null) return null;
  const units = divide(whole(minor), whole(10 ** digitsFrom));
  const rate = divide(fraction(goal.rate), fraction(source.rate));
  return {
    minor: roundedWhole(multiply(multiply(units, rate), whole(10 ** digitsTo))),
    rates: [source, goal].filter(({ currency }) => currency !== BASE),
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

function rateOf(
  currency: string,
  period: Period,
  basis: RateBasis,
  table: RateTable,
): UsedRate | null {
  if (currency === BASE) return { currency, rate: '1', source: '' };
  const known = table.get(`${period}/${currency}`);
  if (!known) return null;
  const rate = basis === 'average' ? known.average : known.monthEnd;
  return compare(fraction(rate), whole(0)) > 0 ? { currency, rate, source: known.source } : null;
}

/** Units of one currency for one of another at a month's rates, as a decimal of six places; null without a rate. */
export function crossRate(
  how: Parameters<typeof convert>[1],
  table: RateTable,
): { rate: string; on: string | null; source: string } | null {
  const { period, from, to, basis = 'average' } = how;
  const [source, goal] = [rateOf(from, period, basis, table), rateOf(to, period, basis, table)];
  if (!source || !goal) return null;
  const millionths = roundedWhole(
    multiply(divide(fraction(goal.rate), fraction(source.rate)), whole(1_000_000)),
  );
  const days = [from, to].flatMap((currency) => table.get(`${period}/${currency}`) ?? []);
  return {
    rate: `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`,
    on: basis === 'month_end' ? (days[0]?.monthEndOn ?? null) : null,
    source: [...new Set(days.map((each) => each.source))].join(', '),
  };
}
