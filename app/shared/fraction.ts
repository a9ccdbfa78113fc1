import { isPlainDecimal } from './plain-decimal';

/**
 * Exact ratios of whole numbers, for KPI values and credits: 29 of 30 stays 29/30 until it is written.
 * A whole number is a `number` as long as it is a safe integer and a `bigint` beyond, so that the millions of
 * small ratios of an evaluation cost little and none is ever rounded.
 */
export type Whole = number | bigint;

/** `n` over `d`, with `d` above 0; not necessarily in lowest terms. */
export type Fraction = { readonly n: Whole; readonly d: Whole };

export const ZERO: Fraction = { n: 0, d: 1 };

const SMALL_DIGITS = 15;
const SIX_PLACES = 1_000_000;

/** The value of a plain decimal such as `79.9723` or `-12`. Throws a RangeError on anything else. */
export function fraction(text: string): Fraction {
  if (!isPlainDecimal(text)) throw new RangeError(`not a plain decimal: ${text}`);
  const point = text.indexOf('.');
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  const places = point < 0 ? 0 : text.length - point - 1;
  if (digits.length <= SMALL_DIGITS) return { n: Number(digits) + 0, d: 10 ** places };
  return { n: BigInt(digits), d: powerOfTen(places) };
}

export function whole(n: Whole): Fraction {
  return { n, d: 1 };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: plus(a.n, b.n), d: a.d };
  return { n: plus(times(a.n, b.d), times(b.n, a.d)), d: times(a.d, b.d) };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negative(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: times(a.n, b.n), d: times(a.d, b.d) };
}

/** `a` over `b`. Throws a RangeError when `b` is 0: the callers decide beforehand what that means. */
export function divide(a: Fraction, b: Fraction): Fraction {
  const n = times(a.n, b.d);
  const d = times(a.d, b.n);
  if (isZeroWhole(d)) throw new RangeError('division by zero');
  return d < 0 ? { n: opposite(n), d: opposite(d) } : { n, d };
}

function negative(a: Fraction): Fraction {
  return { n: opposite(a.n), d: a.d };
}

/** Below 0 where `a` is less than `b`, 0 where they are equal, above 0 where it is more. Exact. */
export function compare(a: Fraction, b: Fraction): number {
  const left = times(a.n, b.d);
  const right = times(b.n, a.d);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(a: Fraction): boolean {
  return isZeroWhole(a.n);
}

/** The value rounded half up (away from zero) to `places` decimals. */
export function rounded(a: Fraction, places: number): Fraction {
  const d = powerOfTen(places);
  return { n: roundedQuotient(times(a.n, d), a.d), d };
}

/** The value as whole units, rounded half up (away from zero). Throws a RangeError beyond safe integers. */
export function roundedWhole(a: Fraction): number {
  return safe(roundedQuotient(a.n, a.d));
}

/** The value as whole units, rounded down. Throws a RangeError beyond safe integers. */
export function floorWhole(a: Fraction): number {
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    const rest = a.n % a.d;
    return (a.n - (rest < 0 ? rest + a.d : rest)) / a.d + 0;
  }
  const n = BigInt(a.n);
  const d = BigInt(a.d);
  return safe(n < 0n && n % d !== 0n ? n / d - 1n : n / d);
}

/** Half up to 12 places, without trailing zeros: 29/30 of a hundred is `96.666666666667`. */
export function decimalText(a: Fraction): string {
  const minus = a.n < 0;
  const n = minus ? opposite(a.n) : a.n;
  const { d } = a;
  if (typeof n === 'number' && typeof d === 'number' && d <= Number.MAX_SAFE_INTEGER / SIX_PLACES) {
    return smallText(minus, n, d);
  }
  const scaled = roundedQuotient(BigInt(n) * 10n ** 12n, d)
    .toString()
    .padStart(13, '0');
  return signed(minus, scaled.slice(0, -12), scaled.slice(-12));
}

/** Long division in two steps of six digits, each within safe integers. */
function smallText(minus: boolean, n: number, d: number): string {
  const rest = n % d;
  let units = (n - rest) / d;
  if (rest === 0) return minus && units !== 0 ? `-${units}` : String(units);
  const first = rest * SIX_PLACES;
  const firstRest = first % d;
  let high = (first - firstRest) / d;
  const second = firstRest * SIX_PLACES;
  const secondRest = second % d;
  let low = (second - secondRest) / d + (2 * secondRest >= d ? 1 : 0);
  if (low === SIX_PLACES) {
    low = 0;
    high += 1;
  }
  if (high === SIX_PLACES) {
    high = 0;
    units += 1;
  }
  const decimals = String(high).padStart(6, '0') + String(low).padStart(6, '0');
  return signed(minus, String(units), decimals);
}

function signed(minus: boolean, units: string, decimals: string): string {
  let end = decimals.length;
  while (end > 0 && decimals.charCodeAt(end - 1) === 48) end -= 1;
  const text = end === 0 ? units : `${units}.${decimals.slice(0, end)}`;
  return minus && text !== '0' ? `-${text}` : text;
}

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum + 0;
  }
  return BigInt(a) + BigInt(b);
}

function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // An exact product beyond the safe integers never rounds back into them.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return BigInt(a) * BigInt(b);
}

function opposite(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : -a;
}

function isZeroWhole(a: Whole): boolean {
  return a === 0 || a === 0n;
}

function powerOfTen(places: number): Whole {
  return places <= SMALL_DIGITS ? 10 ** places : 10n ** BigInt(places);
}

/** `n / d` to the nearest whole number, halves away from zero. */
function roundedQuotient(n: Whole, d: Whole): Whole {
  if (typeof n === 'number' && typeof d === 'number') {
    const size = Math.abs(n);
    const rest = size % d;
    const quotient = (size - rest) / d + (rest >= d - rest ? 1 : 0);
    return n < 0 ? 0 - quotient : quotient;
  }
  const size = n < 0 ? -BigInt(n) : BigInt(n);
  const divisor = BigInt(d);
  const quotient = (2n * size + divisor) / (2n * divisor);
  return n < 0 ? -quotient : quotient;
}

function safe(n: Whole): number {
  const value = Number(n);
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond safe integers: ${n}`);
  return value;
}
