import { and, desc, eq, lte } from 'drizzle-orm';
import { readSetting } from '~/settings/setting-queries.server';
import { Decimal } from '~/shared/decimal';
import { formatMinor } from '~/shared/money';
import { exchangeRates } from '~db/schema/rates';
import type { Reader } from '~db/store.server';
import { feesOfContracts, type Contract } from './contract-queries.server';

const MONTHS_A_YEAR = 12;
/** Rates are kept as units for one euro. */
const BASE = 'EUR';

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
  const amount = new Decimal(formatMinor(minor, currency));
  const house = await readSetting(reader, 'house_currency');
  if (house === currency) return amount.toNumber();
  const from = await rateOn(reader, currency, asOf);
  const to = await rateOn(reader, house, asOf);
  return from === null || to === null ? null : amount.times(to).div(from).toNumber();
}

async function rateOn(reader: Reader, currency: string, asOf: string): Promise<string | null> {
  if (currency === BASE) return '1';
  const [row] = await reader
    .select({ rate: exchangeRates.monthEnd })
    .from(exchangeRates)
    .where(and(eq(exchangeRates.quote, currency), lte(exchangeRates.monthEndOn, asOf)))
    .orderBy(desc(exchangeRates.period))
    .limit(1);
  return row?.rate ?? null;
}
