import { divide, fraction, multiply, roundedWhole, whole } from '~/shared/fraction';
import { minorDigits } from '~/shared/money';
import { type Period } from '~/shared/period';

/** Units of a currency for one euro by `period/currency`; the euro itself is 1. */
export type Rates = ReadonlyMap<string, string>;

/** An amount of a month in another currency at the month's average rate, half up; null where a rate is not known. */
export function convertedMinor(
  minor: number,
  { period, from, to }: { period: Period; from: string; to: string },
  rates: Rates,
): number | null {
  if (from === to) return minor;
  const rateOf = (currency: string) =>
    currency === 'EUR' ? '1' : (rates.get(`${period}/${currency}`) ?? null);
  const [rateFrom, rateTo] = [rateOf(from), rateOf(to)];
  const [digitsFrom, digitsTo] = [minorDigits(from), minorDigits(to)];
  if (rateFrom === null || rateTo === null || digitsFrom === null || digitsTo === null) return null;
  const units = divide(whole(minor), whole(10 ** digitsFrom));
  const rate = divide(fraction(rateTo), fraction(rateFrom));
  return roundedWhole(multiply(multiply(units, rate), whole(10 ** digitsTo)));
}
