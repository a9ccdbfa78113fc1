import { sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { exchangeRates } from '~db/schema/rates';
import type { Store } from '~db/store.server';
import type { MonthlyRate } from './rate-file';

const ROWS_AT_ONCE = 500;

/** Takes in exchange rates by month and currency, with the source that published them; known months are brought up to date. */
export async function loadRates(
  store: Store,
  act: Act,
  { rates, source }: { rates: readonly MonthlyRate[]; source: string },
): Promise<void> {
  await store.transact(async (tx) => {
    for (let from = 0; from < rates.length; from += ROWS_AT_ONCE) {
      await tx
        .insert(exchangeRates)
        .values(rates.slice(from, from + ROWS_AT_ONCE).map((rate) => ({ ...rate, source })))
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
    await record(tx, act, {
      action: 'rates.loaded',
      entity: 'rates',
      entityId: source,
      after: { rates: rates.length },
    });
  });
}
