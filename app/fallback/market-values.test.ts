import { expect, test } from 'vitest';
import { readSlaTerm } from '~/contracts/sla-term';
import { decimalText } from '~/shared/fraction';
import { month } from '../../tests/casts/fallback-cast';
import { marketValues, meetsTerm, type PlacedReading } from './market-values';

function term(more: Record<string, unknown> = {}) {
  const read = readSlaTerm({ kpi: 'OTD_PCT', operator: 'gte', target: 80, ...more });
  if (!read.ok) throw new Error(read.reason.code);
  return read.value;
}

const read = (period: string, more: Partial<PlacedReading> = {}): PlacedReading => ({
  period: month(period),
  value: '70',
  numerator: null,
  denominator: null,
  sampleSize: '100',
  service: null,
  market: 'PAR',
  marketId: 32,
  source: 'vendor_report',
  ...more,
});

const shown = (values: ReturnType<typeof marketValues>) =>
  values.map(({ marketId, value }) => [marketId, value && decimalText(value)]);

test('each market is measured over the window, as the term measures', () => {
  const quarter = term({ window: { kind: 'rolling', months: 3 } });
  const readings = [
    read('2023-09', { value: '10' }),
    read('2023-10', { value: '60', sampleSize: '100' }),
    read('2023-12', { value: '90', sampleSize: '300' }),
    read('2023-12', { market: 'LYS', marketId: 31, value: '85' }),
  ];
  const values = marketValues(quarter, true, month('2023-12'), readings);
  expect(shown(values)).toEqual([
    [32, '82.5'],
    [31, '85'],
  ]);
});

test('the source believed most counts, and readings of another service do not', () => {
  const readings = [
    read('2023-12'),
    read('2023-12', { value: '95', source: 'system_log' }),
    read('2023-12', { value: '1', service: 'OTHER' }),
  ];
  expect(shown(marketValues(term(), true, month('2023-12'), readings))).toEqual([[32, '95']]);
});

test('fewer observations than the minimum say nothing', () => {
  const values = marketValues(term({ min_sample: 101 }), true, month('2023-12'), [read('2023-12')]);
  expect(shown(values)).toEqual([[32, null]]);
});

test('a value meets the term unrounded', () => {
  const [value] = marketValues(term(), true, month('2023-12'), [
    read('2023-12', { value: '79.9723' }),
  ]);
  expect(value?.value && meetsTerm(term())(value.value)).toBe(false);
});
