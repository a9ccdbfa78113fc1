import { Decimal, roundedText } from '~/shared/decimal';
import { type Firm, type VolumePart } from './candidate';

/** A share of the service's volume before and after a switch, in percent. */
export type ShareChange = { before: string; after: string };

/** How much of the service would rest on one vendor, on its country and on its group; `country` null where unknown. */
export type Concentration = {
  vendor: ShareChange;
  country: ShareChange | null;
  group: ShareChange;
};

/**
 * Shares of the service's volume once a candidate has taken `sharePercent` of the parts that move; null where no volume
 * is known. What the incumbent keeps still counts for its own country and group.
 */
export function concentrationAfter(
  parts: readonly VolumePart[],
  candidate: Firm,
  sharePercent: string,
): Concentration | null {
  const total = sum(parts.map(({ volume }) => new Decimal(volume)));
  if (total.lte(0)) return null;
  const after = switched(parts, candidate, new Decimal(sharePercent));
  const change = (belongs: (vendor: Firm) => boolean): ShareChange => ({
    before: percentOf(parts, belongs, total),
    after: percentOf(after, belongs, total),
  });
  return {
    vendor: change(({ id }) => id === candidate.id),
    country:
      candidate.country === null ? null : change(({ country }) => country === candidate.country),
    group: change(({ groupId }) => groupId === candidate.groupId),
  };
}

function switched(
  parts: readonly VolumePart[],
  candidate: Firm,
  sharePercent: Decimal,
): VolumePart[] {
  return parts.flatMap((part) => {
    if (!part.moving) return [part];
    const taken = new Decimal(part.volume).times(sharePercent).div(100);
    const kept = new Decimal(part.volume).minus(taken);
    return [
      { ...part, volume: kept.toFixed() },
      { vendor: candidate, volume: taken.toFixed(), moving: false },
    ];
  });
}

function percentOf(
  parts: readonly VolumePart[],
  belongs: (vendor: Firm) => boolean,
  total: Decimal,
): string {
  const own = sum(
    parts.filter(({ vendor }) => belongs(vendor)).map(({ volume }) => new Decimal(volume)),
  );
  return roundedText(own.times(100).div(total), 12);
}

function sum(values: readonly Decimal[]): Decimal {
  return Decimal.sum(0, ...values);
}
