import { Decimal, roundedText } from '~/shared/decimal';
import { isPercentage, type KpiDefinition } from './reading';

const PLACES = 12;
const EXACT_DIGITS = 15;

/** The value of a ratio: 100 × the quotient for a percentage, else the quotient; null on a base of 0. Unrounded. */
export function ratioValue(
  kpi: Pick<KpiDefinition, 'unit'>,
  numerator: string,
  denominator: string,
): Decimal | null {
  const base = new Decimal(denominator);
  if (base.isZero()) return null;
  return new Decimal(numerator).times(isPercentage(kpi) ? 100 : 1).div(base);
}

/** The value of a ratio as text, half up to 12 places. */
export function ratioText(
  kpi: Pick<KpiDefinition, 'unit'>,
  numerator: string,
  denominator: string,
): string | null {
  const value = ratioValue(kpi, numerator, denominator);
  return value && roundedText(value, PLACES);
}

/** How many decimals a plain decimal shows. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Half of the last digit of a number with that many decimals: what rounding may have changed. */
export function halfOfLastDigit(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals).times('0.5');
}

/** Exact order of two plain decimals: negative, 0 or positive. */
export function compareDecimals(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length <= EXACT_DIGITS && b.length <= EXACT_DIGITS) return Number(a) - Number(b);
  return new Decimal(a).comparedTo(b);
}

/** True where two readings state the same number, or neither states one: `79.90` and `79.9` are the same. */
export function sameNumber(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compareDecimals(a, b) === 0;
}
