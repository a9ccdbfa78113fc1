import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { parsePeriod } from '~/shared/period';
import { exchangeRates } from '~db/schema/rates';
import type { Reader } from '~db/store.server';

type Sort = 'period' | 'currency';
type Filter = 'currency' | 'period';
export type RateListQuery = ListQuery<Sort, Filter>;

/** What the list of rates may be asked for; months as `YYYY-MM`. */
export const rateListSpec: ListSpec<Sort, Filter> = {
  sorts: ['period', 'currency'],
  defaultSort: '-period',
  filters: { currency: 'any', period: 'any' },
};

/** A page of the stored rates, each with its days and source. */
export async function listRates(
  reader: Reader,
  query: RateListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  const by = query.dir === 'asc' ? asc : desc;
  const order =
    query.sort === 'period'
      ? [by(exchangeRates.period), asc(exchangeRates.quote)]
      : [by(exchangeRates.quote), desc(exchangeRates.period)];
  return reader
    .select()
    .from(exchangeRates)
    .where(rateCondition(query))
    .orderBy(...order)
    .limit(window.limit)
    .offset(window.offset);
}

/** How many rates the question finds, and what there is to ask for. */
export async function rateFacts(reader: Reader, query: RateListQuery) {
  const [all] = await reader
    .select({
      first: sql<number | null>`min(${exchangeRates.period})`,
      last: sql<number | null>`max(${exchangeRates.period})`,
    })
    .from(exchangeRates);
  const currencies = await reader
    .selectDistinct({ quote: exchangeRates.quote })
    .from(exchangeRates)
    .orderBy(asc(exchangeRates.quote));
  const [latest] = await reader
    .select({ on: exchangeRates.monthEndOn, source: exchangeRates.source })
    .from(exchangeRates)
    .where(eq(exchangeRates.period, all?.last ?? 0))
    .orderBy(desc(exchangeRates.monthEndOn))
    .limit(1);
  return {
    total: await reader.$count(exchangeRates, rateCondition(query)),
    first: all?.first ?? null,
    last: all?.last ?? null,
    currencies: currencies.map(({ quote }) => quote),
    latest: latest ?? null,
  };
}

function rateCondition({ search, filters }: RateListQuery) {
  const periods = filters.period.flatMap((text) => parsePeriod(text) ?? []);
  return and(
    filters.currency.length === 0 ? undefined : inArray(exchangeRates.quote, filters.currency),
    periods.length === 0 ? undefined : inArray(exchangeRates.period, periods),
    search === '' ? undefined : eq(exchangeRates.quote, search.toUpperCase()),
  );
}
