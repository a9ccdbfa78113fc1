import { describe, expect, it } from 'vitest';
import {
  dateInZone,
  formatAge,
  formatAgainstTarget,
  formatAmount,
  formatDate,
  formatDaysFrom,
  formatDuration,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  unbroken,
} from './format';
import { CURRENCIES, formatMinor } from './money';
import { parsePeriod } from './period';

const nbsp = '\u00a0';

describe('numbers', () => {
  it('groups thousands and keeps digits that a double would lose', () => {
    expect(formatNumber('12345678901234567890.125')).toBe('12,345,678,901,234,567,890.13');
    expect(formatNumber('-1234.5')).toBe('−1,234.5');
    expect(formatNumber('-0.001')).toBe('0');
  });

  it('rounds half away from zero and shows no more than asked', () => {
    expect(formatNumber('0.125')).toBe('0.13');
    expect(formatNumber('-0.125')).toBe('−0.13');
    expect(formatNumber('80', { minDigits: 2 })).toBe('80.00');
    expect(formatNumber('999.999', { maxDigits: 0 })).toBe('1,000');
    expect(formatNumber(0.1 + 0.2, { maxDigits: 9 })).toBe('0.3');
  });

  it('keeps the unit beside its figure, apart but for %', () => {
    expect(formatPercent('71.25')).toBe('71.25%');
    expect(formatNumber('12', { unit: 'min' })).toBe(`12${nbsp}min`);
    expect(formatNumber('12', { unit: '天' })).toBe(`12${nbsp}天`);
    expect(formatNumber('12', { unit: null })).toBe('12');
  });

  it('refuses what is no figure', () => {
    expect(() => formatNumber('1e5')).toThrow(RangeError);
    expect(() => formatNumber('')).toThrow(RangeError);
  });
});

describe('a value against its target', () => {
  it.each([
    ['79.9723', '80', '79.97'],
    ['79.9999', '80', '79.9999'],
    ['99.89991', '99.9', '99.8999'],
    ['80', '80', '80'],
    ['80.00001', '80', '80.00001'],
    ['14.631', '2', '14.63'],
    ['79.996', '79.99', '80'],
  ])('%s against %s is %s', (value, target, shown) => {
    expect(formatAgainstTarget(value, target)).toBe(shown);
  });
});

describe('money', () => {
  it('has the digits of its currency and names it', () => {
    expect(formatMoney(200_000, 'USD')).toBe(`USD${nbsp}2,000.00`);
    expect(formatMoney(200_000, 'JPY')).toBe(`JPY${nbsp}200,000`);
    expect(formatMoney('1234567', 'KWD')).toBe(`KWD${nbsp}1,234.567`);
    expect(formatMoney(-5, 'USD')).toBe(`USD${nbsp}−0.05`);
    expect(formatMoney(9_007_199_254_740_993n, 'CNY')).toBe(`CNY${nbsp}90,071,992,547,409.93`);
    expect(formatAmount('1.005', 'USD')).toBe(`USD${nbsp}1.01`);
  });

  it('has the decimals with which each currency is kept, whatever daily life writes', () => {
    expect(formatMoney(100_050, 'HUF')).toBe(`HUF${nbsp}1,000.50`);
    for (const currency of CURRENCIES) {
      expect(formatMoney(123, currency)).toBe(`${currency}${nbsp}${formatMinor(123, currency)}`);
    }
  });
});

describe('time', () => {
  it('writes dates and months in the order of the language', () => {
    expect(formatDate('2024-01-12', 'en')).toBe(`12${nbsp}Jan${nbsp}2024`);
    expect(formatDate('2024-01-12', 'zh-CN')).toBe('2024年1月12日');
    const december = parsePeriod('2022-12') ?? 0;
    expect(formatMonth(december, 'en')).toBe(`Dec${nbsp}2022`);
    expect(formatMonth(december, 'zh-CN')).toBe('2022年12月');
  });

  it('keeps a Chinese date on one line', () => {
    const joiner = '\u2060';
    expect(unbroken('2024年1月12日 09:30', 'zh-CN')).toBe(
      ['2024', '年', '1', '月', '12', '日 09:30'].join(joiner),
    );
    expect(unbroken(`12${nbsp}Jan${nbsp}2024`, 'en')).toBe(`12${nbsp}Jan${nbsp}2024`);
  });

  it('shows an instant where the reader is, also past midnight', () => {
    const instant = '2024-01-11T16:05:00Z';
    expect(formatInstant(instant, 'Asia/Shanghai', 'zh-CN')).toBe('2024年1月12日 00:05');
    expect(formatInstant(instant, 'America/New_York', 'en')).toBe(`11${nbsp}Jan${nbsp}2024, 11:05`);
    expect(dateInZone(instant, 'Asia/Shanghai')).toBe('2024-01-12');
  });

  it('says ages and distances in words', () => {
    const now = '2024-01-12T09:00:00Z';
    expect(formatAge('2024-01-09T08:00:00Z', now, 'en')).toBe('3 days ago');
    expect(formatAge('2024-01-12T11:30:00Z', now, 'zh-CN')).toBe(`2${nbsp}小时后`);
    expect(formatDaysFrom('2024-01-13', '2024-01-12', 'en')).toBe('tomorrow');
    expect(formatDaysFrom('2024-01-07', '2024-01-12', 'zh-CN')).toBe(`5${nbsp}天前`);
    expect(formatDuration(840, 'en')).toBe('840 ms');
    expect(formatDuration(185_000, 'zh-CN')).toBe('3 分 05 秒');
  });
});
