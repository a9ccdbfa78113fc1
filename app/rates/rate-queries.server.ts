import { and, inArray, lte, sql } from 'drizzle-orm';
import type { Period } from '~/shared/period';
import { exchangeRates } from '~db/schema/rates';
import type { Reader } from '~db/store.server';
import type { DatedRate, MonthRate } from './exchange';

/** The rates of months and currencies, by `period/currency`. */
export async function ratesOf(
  reader: Reader,
  periods: readonly Period[],
  currencies: readonly string[],
): Promise<Map<string, MonthRate>> {
  if (periods.length === 0 || currencies.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(exchangeRates)
    .where(
      and(
        inArray(exchangeRates.period, [...new Set(periods)]),
        inArray(exchangeRates.quote, [...new Set(currencies)]),
      ),
    );
  return new Map(
    rows.map(({ period, quote, average, monthEnd, monthEndOn, source }) => [
      `${period}/${quote}`,
      { average, monthEnd, monthEndOn, source },
    ]),
  );
}

/** The last rates of currencies that were fixed on or before a day. */
export async function lastRates(
  reader: Reader,
  currencies: readonly string[],
  day: string,
): Promise<DatedRate[]> {
  if (currencies.length === 0) return [];
  return reader
    .select({
      currency: exchangeRates.quote,
      rate: exchangeRates.monthEnd,
      on: exchangeRates.monthEndOn,
    })
    .from(exchangeRates)
    .where(
      and(
        inArray(exchangeRates.quote, [...new Set(currencies)]),
        lte(exchangeRates.monthEndOn, day),
        sql`not exists (
          select 1 from exchange_rates later where later.quote = ${exchangeRates.quote}
          and later.period > ${exchangeRates.period} and later.month_end_on <= ${day})`,
      ),
    );
}
