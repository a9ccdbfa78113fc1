import { Decimal, roundedText } from '~/shared/decimal';
import type { Firm, VolumePart } from './candidate';

/** A share of the service's volume before and after a switch, in percent. */
export type ShareChange = { before: string; after: string };

/** How much of the service would rest on one vendor, on its country and on its group; `country` null where unknown. */
export type Concentration = {
  vendor: ShareChange;
  country: ShareChange | null;
  group: ShareChange;
};

/** Volume of the service now, and the part of it that leaves with the switch. */
type Volume = { now: Decimal; leaving: Decimal };

const NONE: Volume = { now: new Decimal(0), leaving: new Decimal(0) };

/**
 * Shares of the service's volume once a candidate has taken `sharePercent` of the parts that move; null where no volume
 * is known. What the incumbent keeps still counts for its own country and group. The volume is added up once, for any
 * number of candidates.
 */
export function concentrationAfter(
  parts: readonly VolumePart[],
  sharePercent: string,
): (candidate: Firm) => Concentration | null {
  const volumes = parts.map(({ vendor, volume, moving }) => {
    const now = new Decimal(volume);
    return { vendor, now, leaving: moving ? now.times(sharePercent).div(100) : NONE.leaving };
  });
  const total = volumes.reduce(add, NONE);
  const byVendor = sums(volumes, ({ id }) => id);
  const byCountry = sums(volumes, ({ country }) => country);
  const byGroup = sums(volumes, ({ groupId }) => groupId);
  const percent = (volume: Decimal) => roundedText(volume.times(100).div(total.now), 12);
  const change = ({ now, leaving }: Volume): ShareChange => ({
    before: percent(now),
    after: percent(now.minus(leaving).plus(total.leaving)),
  });
  return ({ id, country, groupId }) =>
    total.now.lte(0)
      ? null
      : {
          vendor: change(byVendor.get(id) ?? NONE),
          country: country === null ? null : change(byCountry.get(country) ?? NONE),
          group: change(byGroup.get(groupId) ?? NONE),
        };
}

function sums<Key>(
  volumes: readonly (Volume & { vendor: Firm })[],
  keyOf: (vendor: Firm) => Key,
): Map<Key, Volume> {
  const found = new Map<Key, Volume>();
  for (const volume of volumes) {
    const key = keyOf(volume.vendor);
    found.set(key, add(found.get(key) ?? NONE, volume));
  }
  return found;
}

function add(a: Volume, b: Volume): Volume {
  return { now: a.now.plus(b.now), leaving: a.leaving.plus(b.leaving) };
}
