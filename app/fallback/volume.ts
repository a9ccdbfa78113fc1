import { Decimal } from '~/shared/decimal';
import type { Firm, MarketAsked, VolumePart } from './candidate';

/** What a vendor carries of a service in one market: units a month, or its share of the market's volume in percent. */
export type CarriedVolume = {
  vendor: Firm;
  market: Pick<MarketAsked, 'id' | 'ancestors'>;
  carried: string | null;
  sharePercent: string | null;
};

/** True where an offering lies in the market asked for; the service as a whole takes in every market. */
export function liesWithin(
  market: Pick<MarketAsked, 'id' | 'ancestors'>,
  asked: Pick<MarketAsked, 'id'> | null,
): boolean {
  return asked === null || market.id === asked.id || market.ancestors.includes(asked.id);
}

/**
 * The parts of a service's volume, what the incumbent carries in the market asked for marked as moving. Units count
 * where everyone who carries anything has them; else the shares by market do, each market weighing the same.
 */
export function volumeParts(
  carried: readonly CarriedVolume[],
  incumbentId: number,
  asked: Pick<MarketAsked, 'id'> | null,
): VolumePart[] {
  const carrying = carried.filter((part) => isMore(part.carried) || isMore(part.sharePercent));
  const inUnits = carrying.every((part) => part.carried !== null);
  return carrying.map(({ vendor, market, ...part }) => ({
    vendor,
    volume: (inUnits ? part.carried : part.sharePercent) ?? '0',
    moving: vendor.id === incumbentId && liesWithin(market, asked),
  }));
}

/** Units a month that the incumbent carries in the market asked for; null where a part of it is unknown. */
export function unitsCarried(
  carried: readonly CarriedVolume[],
  incumbentId: number,
  asked: Pick<MarketAsked, 'id'> | null,
): string | null {
  const own = carried.filter(
    ({ vendor, market }) => vendor.id === incumbentId && liesWithin(market, asked),
  );
  if (own.length === 0) return null;
  let sum = new Decimal(0);
  for (const part of own) {
    if (part.carried === null) return null;
    sum = sum.plus(part.carried);
  }
  return sum.toFixed();
}

function isMore(volume: string | null): boolean {
  return volume !== null && new Decimal(volume).gt(0);
}
