import type { Fraction } from '~/shared/fraction';

const MOST_PLACES = 12;

/** An exact value in writing: a decimal where it ends within twelve places, else a ratio in lowest terms such as `250/3`. */
export function exactText({ n, d }: Fraction): string {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  const divisor = commonDivisor(top < 0n ? -top : top, bottom);
  top /= divisor;
  bottom /= divisor;
  const places = placesOf(bottom);
  return places === null ? `${top}/${bottom}` : decimalOf(top, bottom, places);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** How many decimals a ratio needs; null where they do not end, or not soon. */
function placesOf(bottom: bigint): number | null {
  for (let places = 0, power = 1n; places <= MOST_PLACES; places += 1, power *= 10n)
    if (power % bottom === 0n) return places;
  return null;
}

function decimalOf(top: bigint, bottom: bigint, places: number): string {
  const units = (top * 10n ** BigInt(places)) / bottom;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
}
