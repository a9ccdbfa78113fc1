import { convertedMinor } from '~/rates/exchange';
import { ratesOf } from '~/rates/rate-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import type { Period } from '~/shared/period';
import type { Reader } from '~db/store.server';

/** Flows of several months and currencies in the house currency, each at its month's average rate; null where one has none. */
export async function houseTotals(
  reader: Reader,
  flows: readonly { period: Period; currency: string; minor: number }[],
): Promise<{ currency: string; minor: number | null }> {
  const currency = await readSetting(reader, 'house_currency');
  const table = await ratesOf(
    reader,
    flows.map(({ period }) => period),
    [currency, ...flows.map((flow) => flow.currency)],
  );
  let minor: number | null = 0;
  for (const flow of flows) {
    const how = { period: flow.period, from: flow.currency, to: currency };
    const converted = flow.minor === 0 ? 0 : convertedMinor(flow.minor, how, table);
    minor = minor === null || converted === null ? null : minor + converted;
  }
  return { currency, minor };
}
