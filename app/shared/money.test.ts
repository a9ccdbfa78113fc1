import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, whole } from './fraction';
import { formatMinor, minorDigits, parseMinor, shareOf, splitByWeight } from './money';

describe('amounts', () => {
  it.each([
    ['USD', '1000.5', 100050, '1000.50'],
    ['USD', '-0.05', -5, '-0.05'],
    ['USD', '0.000', 0, '0.00'],
    ['JPY', '980', 980, '980'],
    ['KWD', '1.2', 1200, '1.200'],
    ['CLF', '0.0001', 1, '0.0001'],
  ])('%s %s', (currency, text, minor, written) => {
    expect(parseMinor(text, currency)).toBe(minor);
    expect(formatMinor(minor, currency)).toBe(written);
  });

  it.each([
    ['USD', '1.005'],
    ['JPY', '1.5'],
    ['USD', '1,000'],
    ['USD', ''],
    ['USD', '1e3'],
    ['USD', '99999999999999999'],
    ['XAU', '1'],
  ])('%s %s is none', (currency, text) => expect(parseMinor(text, currency)).toBeNull());

  it('knows the minor units of ISO 4217', () => {
    expect(['USD', 'JPY', 'TND', 'UYW', 'XXX'].map(minorDigits)).toEqual([2, 0, 3, 4, null]);
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
        expect(parseMinor(formatMinor(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  it('share half up', () => {
    expect(shareOf(1, fraction('0.5'))).toBe(1);
    expect(shareOf(1, fraction('0.4999'))).toBe(0);
    expect(shareOf(-1, fraction('0.5'))).toBe(-1);
  });
});

describe('splitting', () => {
  it('gives the rest to the largest, the first of equals', () => {
    expect(splitByWeight(100, [whole(1), whole(1), whole(1)])).toEqual([34, 33, 33]);
    expect(splitByWeight(100, [whole(1), whole(4), whole(1)])).toEqual([16, 68, 16]);
    expect(splitByWeight(100, [whole(0), whole(0)])).toEqual([0, 0]);
  });

  it('always sums to the amount, and gives nobody less than the share rounded down', () => {
    const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), weights, (amount, given) => {
        fc.pre(given.some((weight) => weight > 0));
        const parts = splitByWeight(amount, given.map(whole));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        const total = given.reduce((sum, weight) => sum + BigInt(weight), 0n);
        parts.forEach((part, index) =>
          expect(BigInt(part)).toBeGreaterThanOrEqual(
            (BigInt(amount) * BigInt(given[index]!)) / total,
          ),
        );
      }),
    );
  });
});
