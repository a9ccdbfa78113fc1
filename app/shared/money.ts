import { OTHER_MINOR_UNITS, TWO_DECIMALS } from './currency-codes';
import {
  add,
  compare,
  divide,
  floorWhole,
  type Fraction,
  isZero,
  multiply,
  roundedWhole,
  whole,
  ZERO,
} from './fraction';

const MINOR_UNITS = new Map<string, number>([
  ...TWO_DECIMALS.map((code): [string, number] => [code, 2]),
  ...Object.entries(OTHER_MINOR_UNITS),
]);

/** Every currency in which an amount can be kept, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...MINOR_UNITS.keys()].sort();

/** Decimal places of a currency by ISO 4217 (JPY 0, USD 2, KWD 3), or null where the code is none. */
export function minorDigits(currency: string): number | null {
  return MINOR_UNITS.get(currency) ?? null;
}

export function isCurrency(code: string): boolean {
  return MINOR_UNITS.has(code);
}

/**
 * The minor units of a plain decimal amount: `1000.5` USD is 100050. Null where the text is no plain decimal, has
 * more decimals than the currency, is beyond what can be kept exactly, or the currency is unknown.
 */
export function parseMinor(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (digits === null || !match) return null;
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > digits) return null;
  const minor = Number(`${match[2]}${decimals.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] && minor !== 0 ? -minor : minor;
}

/** An amount as a plain decimal with the currency's own decimals: `2000.00`, `-0.05`, `980` for JPY. */
export function formatMinor(minor: number, currency: string): string {
  const digits = minorDigits(currency) ?? 2;
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A share of an amount, rounded once, half up to the minor unit. */
export function shareOf(minor: number, share: Fraction): number {
  return roundedWhole(multiply(whole(minor), share));
}

/**
 * Splits an amount by weights (not negative): every part is rounded down and the rest goes to the largest weight, the
 * first of equals, so that the parts always sum to the amount. All parts are 0 where no weight is above 0.
 */
export function splitByWeight(minor: number, weights: readonly Fraction[]): number[] {
  const sum = weights.reduce(add, ZERO);
  if (isZero(sum)) return weights.map(() => 0);
  const parts = weights.map((weight) => floorWhole(divide(multiply(whole(minor), weight), sum)));
  const rest = parts.reduce((left, part) => left - part, minor);
  const largest = indexOfLargest(weights);
  return parts.map((part, index) => (index === largest ? part + rest : part));
}

function indexOfLargest(weights: readonly Fraction[]): number {
  return weights.reduce(
    (best, weight, index) => (compare(weight, weights[best] ?? weight) > 0 ? index : best),
    0,
  );
}
