import { describe, expect, it } from 'vitest';
import { formatPeriod, parsePeriod } from '~/shared/period';
import { parseSpan, quartersBetween } from './breach-filter';

describe('the months that a filter names', () => {
  it.each([
    ['2023-07', '2023-07 2023-07'],
    ['2023-Q4', '2023-10 2023-12'],
    ['2023', '2023-01 2023-12'],
    ['2023-Q5', null],
    ['lately', null],
  ])('%s', (text, expected) => {
    const span = parseSpan(text);
    expect(span && `${formatPeriod(span.first)} ${formatPeriod(span.last)}`).toBe(expected);
  });
});

it('quarters are offered from the latest back', () => {
  const month = (text: string) => parsePeriod(text) ?? 0;
  expect(quartersBetween(month('2022-12'), month('2023-07'))).toEqual([
    '2023-Q3',
    '2023-Q2',
    '2023-Q1',
    '2022-Q4',
  ]);
});
