import { convertedMinor } from '~/rates/exchange';
import { ratesOf } from '~/rates/rate-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import type { Period } from '~/shared/period';
import type { Reader } from '~db/store.server';

/** What a month brought, in its own currency. */
export type Flow = { period: Period; currency: string; minor: number };

/** The house currency, and what flows are in it: one alone, or several together; null where one has no rate. */
export type House = {
  currency: string;
  of: (flow: Flow) => number | null;
  sum: (flows: readonly Flow[]) => number | null;
};

/** Takes flows of these months and currencies into the house currency, each at its month's average rate. */
export async function intoHouse(
  reader: Reader,
  flows: readonly Omit<Flow, 'minor'>[],
): Promise<House> {
  const currency = await readSetting(reader, 'house_currency');
  const table = await ratesOf(
    reader,
    flows.map(({ period }) => period),
    [currency, ...flows.map((flow) => flow.currency)],
  );
  const of = ({ period, currency: from, minor }: Flow) =>
    convertedMinor(minor, { period, from, to: currency }, table);
  const sum = (some: readonly Flow[]) =>
    some
      .map(of)
      .reduce<number | null>(
        (total, minor) => (total === null || minor === null ? null : total + minor),
        0,
      );
  return { currency, of, sum };
}

/** What flows are together in the house currency; null where one has no rate. */
export async function houseTotals(
  reader: Reader,
  flows: readonly Flow[],
): Promise<{ currency: string; minor: number | null }> {
  const { currency, sum } = await intoHouse(reader, flows);
  return { currency, minor: sum(flows) };
}
