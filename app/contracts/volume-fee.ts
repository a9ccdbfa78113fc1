import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  roundedWhole,
  subtract,
  whole,
  ZERO,
  type Fraction,
} from '~/shared/fraction';
import { minorDigits } from '~/shared/money';
import type { MonthFee } from './month-fee';
import type { Pricing, VolumeMeasure } from './pricing';

/** One line of a price: what its volume is called, which KPI reports it, and what a volume costs. */
export type PricedPart = {
  name: string;
  measure: VolumeMeasure | null;
  cost: (volume: Fraction) => Fraction;
};

/** The lines of a price that follow a volume, in the order in which they were agreed. */
export function pricedParts(pricing: Pricing | null): PricedPart[] {
  if (pricing === null || pricing.model === 'fixed') return [];
  if (pricing.model === 'tiered') {
    const { unit, volume, tiers } = pricing;
    return [{ name: unit, measure: volume ?? null, cost: (units) => tieredCost(tiers, units) }];
  }
  const units = 'units' in pricing ? (pricing.units ?? []) : [];
  const commission = 'commission' in pricing ? pricing.commission : undefined;
  return [
    ...units.map(({ unit, price, volume }) => ({
      name: unit,
      measure: volume ?? null,
      cost: (count: Fraction) => multiply(count, fraction(price)),
    })),
    ...(commission ? [commissionPart(commission)] : []),
  ];
}

function commissionPart({
  percent,
  base,
  volume,
}: {
  percent: string;
  base: string;
  volume?: VolumeMeasure | null | undefined;
}): PricedPart {
  const share = divide(fraction(percent), fraction('100'));
  return { name: base, measure: volume ?? null, cost: (amount) => multiply(amount, share) };
}

/** Each unit at the price of the tier that it falls into: a tier begins with what lies above its `from`. */
function tieredCost(tiers: readonly { from: string; price: string }[], units: Fraction): Fraction {
  return tiers.reduce((total, { from, price }, index) => {
    const next = tiers[index + 1];
    const begin = fraction(from);
    const end = next && compare(fraction(next.from), units) < 0 ? fraction(next.from) : units;
    const within = compare(end, begin) > 0 ? subtract(end, begin) : ZERO;
    return add(total, multiply(within, fraction(price)));
  }, ZERO);
}

/**
 * Whether a month's fee follows what was reported or recorded: every line of the price says which KPI its volume is, or its
 * only line has volumes recorded by month. A price that only describes leaves the agreed fees as they are.
 */
export function isPricedByVolume(pricing: Pricing | null, hasRecorded: boolean): boolean {
  const parts = pricedParts(pricing);
  if (parts.length === 0) return false;
  return parts.every(({ measure }) => measure !== null) || (hasRecorded && parts.length === 1);
}

type VolumeMonth = {
  currency: string;
  /** The fee agreed beside the volumes: part of the price under `hybrid` alone. */
  agreed: MonthFee | null;
  /** The volume of a line in the month; null where none was reported. */
  volumeOf: (part: PricedPart) => Fraction | null;
};

/**
 * The fee of a month by its volumes, in minor units: each line rounded once, half up, then added. Null, not nothing, while
 * a line's volume has not been reported.
 */
export function volumeFee(
  pricing: Pricing,
  { currency, agreed, volumeOf }: VolumeMonth,
): MonthFee | null {
  const unit = whole(10 ** (minorDigits(currency) ?? 0));
  let minor = pricing.model === 'hybrid' ? (agreed?.minor ?? 0) : 0;
  for (const part of pricedParts(pricing)) {
    const volume = volumeOf(part);
    if (volume === null) return null;
    minor += roundedWhole(multiply(part.cost(volume), unit));
  }
  return { minor, source: 'volume' };
}
