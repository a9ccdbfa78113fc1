import { Decimal } from '~/shared/decimal';
import { marketsAbove } from './market-cover';
import type { KpiDefinition, MarketEntry, Reading } from './reading';

export type ExceededTotal = { total: Reading; sum: string; parts: number };

/** Units of KPIs whose parts add up to their total. */
const ADDITIVE_UNITS = new Set(['count']);

/**
 * Totals that are smaller than the sum of their parts, for KPIs that count. A part belongs to the nearest market above it
 * that the report has, else to the vendor's total, so that nothing is added twice.
 */
export function exceededTotals(
  readings: readonly Reading[],
  kpis: ReadonlyMap<string, KpiDefinition>,
  markets: readonly MarketEntry[],
): ExceededTotal[] {
  const byCode = new Map(markets.map((market) => [market.code, market]));
  const counts = readings.filter((reading) =>
    ADDITIVE_UNITS.has(kpis.get(reading.kpi)?.unit ?? ''),
  );
  const totals = new Map(counts.map((reading) => [keyOf(reading, reading.market), reading]));
  const sums = new Map<string, { sum: Decimal; parts: number }>();
  for (const part of counts) {
    if (part.market === null || part.value === null) continue;
    const above = marketsAbove(byCode, part.market).find((market) =>
      totals.has(keyOf(part, market)),
    );
    const key = keyOf(part, above ?? null);
    const so = sums.get(key) ?? { sum: new Decimal(0), parts: 0 };
    sums.set(key, { sum: so.sum.plus(part.value), parts: so.parts + 1 });
  }
  return [...sums].flatMap(([key, { sum, parts }]) => {
    const total = totals.get(key);
    return total && total.value !== null && sum.gt(total.value)
      ? [{ total, sum: sum.toFixed(), parts }]
      : [];
  });
}

function keyOf(reading: Reading, market: string | null): string {
  return `${reading.period}|${reading.kpi}|${reading.service ?? ''}|${reading.source ?? ''}|${market ?? ''}`;
}
