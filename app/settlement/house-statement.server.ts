import { convertedMinor, crossRate } from '~/rates/exchange';
import { ratesOf } from '~/rates/rate-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import type { Reader } from '~db/store.server';
import type { StatementRow } from './statement-queries.server';

/**
 * A statement in the house currency: what the month added at its average rate, what was carried over at the last fixing of
 * the month before, the total at that of the month itself, each with the rate, its day and source. Null in the house currency itself.
 */
export async function statementInHouse(
  reader: Reader,
  {
    period,
    currency,
    carriedMinor,
    totalMinor,
    ...row
  }: Pick<
    StatementRow,
    | 'period'
    | 'currency'
    | 'carriedMinor'
    | 'totalMinor'
    | 'feeMinor'
    | 'creditMinor'
    | 'bonusMinor'
    | 'penaltyMinor'
    | 'correctionMinor'
  >,
) {
  const house = await readSetting(reader, 'house_currency');
  if (house === currency) return null;
  const table = await ratesOf(reader, [period - 1, period], [house, currency]);
  const flow = { period, from: currency, to: house, basis: 'average' } as const;
  const start = { ...flow, period: period - 1, basis: 'month_end' } as const;
  const end = { ...flow, basis: 'month_end' } as const;
  const inHouse = (minor: number, how: Parameters<typeof convertedMinor>[1]) =>
    convertedMinor(minor, how, table);
  return {
    currency: house,
    carriedMinor: inHouse(carriedMinor, start),
    feeMinor: inHouse(row.feeMinor, flow),
    creditMinor: inHouse(row.creditMinor, flow),
    bonusMinor: inHouse(row.bonusMinor, flow),
    penaltyMinor: inHouse(row.penaltyMinor, flow),
    correctionMinor: inHouse(row.correctionMinor, flow),
    totalMinor: inHouse(totalMinor, end),
    average: crossRate(flow, table),
    monthEnd: crossRate(end, table),
  };
}
