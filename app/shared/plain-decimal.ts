/*
 * Just enough of exact decimals to show them, in the browser too, where the whole of decimal.js would weigh more than the
 * page. Rules that reckon use decimal.ts.
 */

/** A decimal as whole units of its last place: 79.97 is 7997 with 2 places. */
export type PlainDecimal = { units: bigint; places: number };

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** True for a plain decimal such as `79.9723` or `-12`: no exponent, no separators. */
export function isPlainDecimal(text: string): boolean {
  return PLAIN.test(text);
}

/** Reads a plain decimal text, or a number to twelve places; anything else is no figure and throws. */
export function plainDecimal(value: string | number): PlainDecimal {
  const text = typeof value === 'number' ? value.toFixed(12).replace(/\.?0+$/, '') : value.trim();
  const match = PLAIN.exec(text);
  if (!match) throw new RangeError(`not a plain decimal: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), places: fraction.length };
}

/** Rounded half away from zero to at most `places`. */
export function rounded(value: PlainDecimal, places: number): PlainDecimal {
  if (value.places <= places) return value;
  const divisor = 10n ** BigInt(value.places - places);
  const size = value.units < 0n ? -value.units : value.units;
  const up = (size * 2n + divisor) / (divisor * 2n);
  return { units: value.units < 0n ? -up : up, places };
}

/** Less than 0, 0 or more than 0 as `a` is less than, equal to or more than `b`. */
export function compared(a: PlainDecimal, b: PlainDecimal): -1 | 0 | 1 {
  const places = Math.max(a.places, b.places);
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The decimal as text, with at least `minPlaces` decimals and otherwise no trailing zeros. */
export function decimalText(value: PlainDecimal, minPlaces = 0): string {
  const size = value.units < 0n ? -value.units : value.units;
  const digits = size.toString().padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = digits
    .slice(digits.length - value.places)
    .replace(/0+$/, '')
    .padEnd(minPlaces, '0');
  const sign = value.units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** Decimals by which figures under each other line up: as many as the longest of them needs, up to `most`. */
export function commonDecimals(values: readonly (string | null)[], most: number): number {
  const decimals = values.map((value) => {
    if (value === null) return 0;
    return decimalText(rounded(plainDecimal(value), most)).split('.')[1]?.length ?? 0;
  });
  return Math.max(0, ...decimals);
}

function scaled(value: PlainDecimal, places: number): bigint {
  return value.units * 10n ** BigInt(places - value.places);
}
