import { inArray, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { exchangeRates } from '~db/schema/rates';
import type { Store, Tx } from '~db/store.server';
import type { MonthlyRate } from './rate-file';

const ROWS_AT_ONCE = 500;

export type RateCounts = { added: number; changed: number; unchanged: number };

/**
 * Takes in exchange rates by month and currency, with the source that published them; known months are brought up to
 * date. The same file a second time changes nothing and leaves no trace.
 */
export async function loadRates(
  store: Store,
  act: Act,
  { rates, source }: { rates: readonly MonthlyRate[]; source: string },
): Promise<RateCounts> {
  return store.transact(async (tx) => {
    const known = await knownRates(tx, rates);
    const rows = rates
      .map((rate) => ({ ...rate, source }))
      .filter((row) => known.get(keyOf(row)) !== textOf(row));
    const changed = rows.filter((row) => known.has(keyOf(row))).length;
    const counts = {
      added: rows.length - changed,
      changed,
      unchanged: rates.length - rows.length,
    };
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await writeSome(tx, rows.slice(from, from + ROWS_AT_ONCE));
    if (rows.length > 0)
      await record(tx, act, {
        action: 'rates.loaded',
        entity: 'rates',
        entityId: source,
        after: { rates: rows.length, added: counts.added, changed },
      });
    return counts;
  });
}

type Row = MonthlyRate & { source: string };

const keyOf = ({ period, quote }: Pick<Row, 'period' | 'quote'>) => `${period}/${quote}`;
const textOf = ({ average, days, monthEnd, monthEndOn, source }: Row) =>
  [average, days, monthEnd, monthEndOn, source].join('|');

async function knownRates(tx: Tx, rates: readonly MonthlyRate[]): Promise<Map<string, string>> {
  const quotes = [...new Set(rates.map(({ quote }) => quote))];
  if (quotes.length === 0) return new Map();
  const rows = await tx.select().from(exchangeRates).where(inArray(exchangeRates.quote, quotes));
  return new Map(rows.map((row) => [keyOf(row), textOf(row)]));
}

async function writeSome(tx: Tx, rows: readonly Row[]): Promise<void> {
  await tx
    .insert(exchangeRates)
    .values([...rows])
    .onConflictDoUpdate({
      target: [exchangeRates.quote, exchangeRates.period],
      set: {
        average: sql`excluded.average`,
        days: sql`excluded.days`,
        monthEnd: sql`excluded.month_end`,
        monthEndOn: sql`excluded.month_end_on`,
        source: sql`excluded.source`,
      },
    });
}
