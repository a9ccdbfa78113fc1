import { expect, it } from 'vitest';
import { convertedMinor } from './house-currency';

const rates = new Map([
  ['1/USD', '1.25'],
  ['1/CNY', '7.5'],
  ['1/JPY', '150'],
]);

it.each([
  ['the same currency needs no rate', 12345, 'XAF', 'XAF', 12345],
  ['from one to another over the euro', 100_000, 'USD', 'CNY', 600_000],
  ['to the euro', 125, 'USD', 'EUR', 100],
  ['a currency without decimals', 1000, 'JPY', 'USD', 833],
  ['an amount returned', -125, 'USD', 'EUR', -100],
  ['a rate that is not known', 100, 'GBP', 'EUR', null],
])('%s', (_, minor, from, to, expected) => {
  expect(convertedMinor(minor, { period: 1, from, to }, rates)).toBe(expected);
});

it('rates of another month do not count', () => {
  expect(convertedMinor(100, { period: 2, from: 'USD', to: 'EUR' }, rates)).toBeNull();
});
