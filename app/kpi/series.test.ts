import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonth, indexOfPeriod, seriesOf } from './series';
import type { Reading, StandingReading } from './reading';

const months = fc.array(fc.integer({ min: 24_000, max: 24_020 }), { maxLength: 30 });

const reading = (period: number, value: string): Reading => ({
  sheet: 0,
  row: 1,
  column: 0,
  period,
  market: null,
  service: null,
  kpi: 'OTD',
  value,
  numerator: null,
  denominator: null,
  sampleSize: null,
  sampleFrom: null,
  source: null,
  note: null,
});

describe('months of a series', () => {
  it('stand in order, each once, the first that came', () => {
    fc.assert(
      fc.property(months, (periods) => {
        const list: { period: number; came: number }[] = [];
        const added = periods.map((period, came) => addMonth(list, { period, came }));
        const firsts = new Map(
          [...periods.entries()].reverse().map(([at, period]) => [period, at]),
        );
        expect(list).toEqual(
          [...firsts].sort(([a], [b]) => a - b).map(([period, came]) => ({ period, came })),
        );
        expect(added.filter(Boolean)).toHaveLength(firsts.size);
        for (const [at, { period }] of list.entries()) expect(indexOfPeriod(list, period)).toBe(at);
      }),
    );
  });

  it('are the report’s own in place of those that stand, and the last of the report’s', () => {
    fc.assert(
      fc.property(months, months, (reported, standing) => {
        const own = reported.map((period, at) => reading(period, String(at)));
        const stood = standing.map((period): StandingReading => ({
          ...reading(period, 'stood'),
          source: 'vendor_report',
        }));
        const values = new Map(standing.map((period) => [period, 'stood']));
        for (const { period, value } of own) values.set(period, value ?? '');
        const series = seriesOf(own, stood).get('OTD||') ?? [];
        expect(series.map(({ period, value }) => [period, value])).toEqual(
          own.length === 0 ? [] : [...values].sort(([a], [b]) => a - b),
        );
      }),
    );
  });
});
