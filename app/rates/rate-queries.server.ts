import { and, inArray } from 'drizzle-orm';
import type { Period } from '~/shared/period';
import { exchangeRates } from '~db/schema/rates';
import type { Reader } from '~db/store.server';
import type { MonthRate } from './exchange';

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
