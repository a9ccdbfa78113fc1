import { crossed, fixedBy } from '~/rates/exchange';
import { lastRates } from '~/rates/rate-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import { decimalText, fraction, multiply } from '~/shared/fraction';
import { formatMinor } from '~/shared/money';
import type { Reader } from '~db/store.server';
import { feesOfContracts, type Contract } from './contract-queries.server';

const MONTHS_A_YEAR = 12;

/**
 * What a contract costs in a year, in whole units of the house currency at the last month-end rate before a day: twelve
 * monthly fees, or the first twelve where they differ by month. Null where there is no fee or no rate.
 */
export async function yearlyValue(
  reader: Reader,
  { id, feeMinor, currency }: Pick<Contract, 'id' | 'feeMinor' | 'currency'>,
  asOf: string,
): Promise<number | null> {
  const fees = await feesOfContracts(reader, [id]);
  const first = fees.slice(0, MONTHS_A_YEAR);
  const minor =
    first.length > 0
      ? first.reduce((sum, fee) => sum + fee.feeMinor, 0)
      : feeMinor === null
        ? null
        : feeMinor * MONTHS_A_YEAR;
  if (minor === null) return null;
  const amount = fraction(formatMinor(minor, currency));
  const house = await readSetting(reader, 'house_currency');
  const known = await lastRates(reader, [currency, house], asOf);
  const cross = crossed(currency, house, (one) => fixedBy(known, one, asOf));
  return cross && Number(decimalText(multiply(amount, cross.factor)));
}
