import { Decimal as Base } from 'decimal.js';

/** Exact decimals: 60 significant digits, so that sums and products of KPI values and money never lose one. */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = Base;

/** Half up (away from zero) to `places`, without trailing zeros: `96.966666666667`. */
export function roundedText(value: Decimal, places: number): string {
  return value.toDecimalPlaces(places, Base.ROUND_HALF_UP).toFixed();
}
