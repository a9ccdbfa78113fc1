import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, roundedText } from './decimal';
import {
  add,
  compare,
  decimalText,
  divide,
  floorWhole,
  fraction,
  multiply,
  rounded,
  roundedWhole,
  subtract,
  whole,
} from './fraction';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 20 }))
  .map(([digits, places]) =>
    new Decimal(digits.toString()).div(new Decimal(10).pow(places)).toFixed(),
  );
const small = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => new Decimal(digits).div(10 ** places).toFixed());
const number = fc.oneof(decimal, small);

describe('fractions', () => {
  it('count like exact decimals', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)];
        expect(compare(x, y)).toBe(new Decimal(a).cmp(b));
        expect(decimalText(add(x, y))).toBe(roundedText(new Decimal(a).plus(b), 12));
        expect(decimalText(subtract(x, y))).toBe(roundedText(new Decimal(a).minus(b), 12));
        expect(decimalText(multiply(x, y))).toBe(roundedText(new Decimal(a).times(b), 12));
      }),
    );
  });

  it('are written and rounded half up like decimals', () => {
    const nonZero = fc.integer({ min: 1, max: 10_000_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), nonZero, (n, d) => {
        const exact = new Decimal(n).div(d);
        const value = divide(whole(n), whole(d));
        expect(decimalText(value)).toBe(roundedText(exact, 12));
        expect(decimalText(rounded(value, 3))).toBe(roundedText(exact, 3));
        expect(floorWhole(value)).toBe(exact.floor().toNumber() + 0);
        expect(roundedWhole(value)).toBe(exact.toDecimalPlaces(0).toNumber() + 0);
      }),
    );
  });

  it.each([
    ['carries', '0.9999999999995', '1'],
    ['keeps 12 places', '0.9999999999994', '0.999999999999'],
    ['has no minus before 0', '-0.0000000000001', '0'],
    ['drops zeros', '100.10', '100.1'],
  ])('%s: %s is %s', (_, text, written) => expect(decimalText(fraction(text))).toBe(written));

  it.each(['', '-', '1e3', '.5', '1,5', 'x'])('are none: "%s"', (text) =>
    expect(() => fraction(text)).toThrow(RangeError),
  );

  it('do not divide by 0', () => {
    expect(() => divide(whole(1), whole(0))).toThrow(RangeError);
    expect(compare(divide(whole(1), whole(-3)), whole(0))).toBe(-1);
  });
});
