import { date, decimal, integer, period, primaryKey, table, text } from '../columns';

/** Units of `quote` for one euro: a month's average for flows, its last fixing for balances. Source: ECB. */
export const exchangeRates = table(
  'exchange_rates',
  {
    period: period().notNull(),
    quote: text().notNull(),
    average: decimal().notNull(),
    days: integer().notNull(),
    monthEnd: decimal().notNull(),
    monthEndOn: date().notNull(),
    source: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.quote, t.period] })],
);
