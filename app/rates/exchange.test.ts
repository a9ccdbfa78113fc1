import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, convertedMinor, crossed, crossRate, fixedBy, type MonthRate } from './exchange';

const rate = (average: string, monthEnd = average): MonthRate => ({
  average,
  monthEnd,
  monthEndOn: '0000-02-28',
  source: 'ECB',
});
const table = new Map([
  ['1/USD', rate('1.25', '1.2')],
  ['1/CNY', rate('7.5')],
  ['1/JPY', rate('150')],
  ['1/KWD', rate('0.33')],
  ['1/VES', rate('0')],
]);

describe('converting an amount', () => {
  it.each([
    ['the same currency needs no rate', 12345, 'XAF', 'XAF', 12345],
    ['from one to another over the euro', 100_000, 'USD', 'CNY', 600_000],
    ['to the euro', 125, 'USD', 'EUR', 100],
    ['a currency without decimals', 1000, 'JPY', 'USD', 833],
    ['to a currency without decimals', 125, 'USD', 'JPY', 150],
    ['to a currency of three decimals', 125, 'USD', 'KWD', 330],
    ['half a minor unit goes up', 3, 'CNY', 'USD', 1],
    ['and away from zero below it', -3, 'CNY', 'USD', -1],
    ['an amount returned', -125, 'USD', 'EUR', -100],
    ['a rate that is not known is never one', 100, 'GBP', 'EUR', null],
    ['a currency that is none', 100, 'XXX', 'EUR', null],
    ['a rate of nothing is none', 100, 'VES', 'EUR', null],
    ['nothing is nothing in every currency', 0, 'GBP', 'EUR', 0],
  ])('%s', (_, minor, from, to, expected) => {
    expect(convertedMinor(minor, { period: 1, from, to }, table)).toBe(expected);
  });

  it('takes balances at the last fixing', () => {
    const how = { period: 1, from: 'USD', to: 'EUR', basis: 'month_end' } as const;
    expect(convertedMinor(120, how, table)).toBe(100);
  });

  it('does not take the rates of another month', () => {
    expect(convert(100, { period: 2, from: 'USD', to: 'EUR' }, table)).toBeNull();
  });

  it('names the rates it went by', () => {
    expect(convert(100, { period: 1, from: 'USD', to: 'CNY' }, table)?.rates).toEqual([
      { currency: 'USD', rate: '1.25', source: 'ECB' },
      { currency: 'CNY', rate: '7.5', source: 'ECB' },
    ]);
    expect(crossRate({ period: 1, from: 'USD', to: 'CNY' }, table)).toEqual({
      rate: '6.000000',
      on: null,
      source: 'ECB',
    });
  });

  it('goes by the last rate fixed on or before a day', () => {
    const usd = (text: string, on: string) => ({ currency: 'USD', rate: text, on });
    const fixed = [usd('1.3', '2023-11-30'), usd('1.1', '2023-12-29'), usd('2', '2024-01-31')];
    const known = (day: string) => (currency: string) => fixedBy(fixed, currency, day);
    expect(crossed('USD', 'EUR', known('2024-01-30'))).toEqual({
      ...{ factor: { n: 10, d: 11 }, rates: [fixed[1]] },
    });
    expect(crossed('EUR', 'USD', known('2024-01-31'))?.rates).toEqual([fixed[2]]);
    expect(crossed('EUR', 'USD', known('2023-11-29'))).toBeNull();
    expect(crossed('GBP', 'GBP', known('2023-11-29'))?.rates).toEqual([]);
  });

  it('gives an amount and its reversal the same size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
        (minor, from) => {
          const how = { period: 1, from, to: 'CNY' };
          const there = convertedMinor(minor, how, table) ?? NaN;
          expect(there + (convertedMinor(-minor, how, table) ?? NaN)).toBe(0);
        },
      ),
    );
  });
});
