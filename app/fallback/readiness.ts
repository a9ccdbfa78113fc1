import { addMonths } from '~/shared/calendar';
import { Decimal } from '~/shared/decimal';
import type { Firm } from './candidate';
import type { Preparations } from './coverage';

/** How long a switch test speaks for a standby. */
const TEST_COUNTS_MONTHS = 12;

/** What stands between a vendor and being ready to step in. */
export type PreparationGap =
  'standby_unsigned' | 'never_tested' | 'test_too_old' | 'not_integrated';

/** One vendor in one service and market: what it carries, and its place among the standbys where it is one. */
export type Provider = Preparations & {
  vendor: Firm;
  sharePercent: string | null;
  standbyOrder: number | null;
};

export type Standby = Provider & { gaps: PreparationGap[] };

/** Why a service would stand still, or as good as, if one firm or one country failed. */
export type Exposure = 'no_provider' | 'single_provider' | 'same_group' | 'same_country';

/** How prepared we are for a failure in one service and market. */
export type Readiness = {
  primary: Provider | null;
  /** Others that carry volume, the larger share first. */
  alsoCarrying: Provider[];
  standbys: Standby[];
  lastTestOn: string | null;
  gaps: ('no_primary' | 'no_standby')[];
  exposure: Exposure | null;
};

/** True for a switch test of the last twelve months: the same day a year ago still counts, a day to come does not. */
export function isTestRecent(testedOn: string | null, asOf: string): boolean {
  return testedOn !== null && testedOn <= asOf && testedOn >= addMonths(asOf, -TEST_COUNTS_MONTHS);
}

/** What a standby still lacks on the day, in the order in which it is put right. */
export function preparationGaps(done: Preparations, asOf: string): PreparationGap[] {
  const by = (day: string | null) => day !== null && day <= asOf;
  const gaps: PreparationGap[] = [];
  if (!by(done.standbySignedOn)) gaps.push('standby_unsigned');
  if (!by(done.integratedOn)) gaps.push('not_integrated');
  if (!by(done.switchTestedOn)) gaps.push('never_tested');
  else if (!isTestRecent(done.switchTestedOn, asOf)) gaps.push('test_too_old');
  return gaps;
}

/**
 * Readiness of a service in a market, from the vendors that may serve there. The primary carries the largest share;
 * standbys stand in the order that was decided.
 */
export function readinessOf(providers: readonly Provider[], asOf: string): Readiness {
  const carrying = providers
    .filter(({ sharePercent }) => sharePercent !== null && new Decimal(sharePercent).gt(0))
    .sort((a, b) => share(b).cmp(share(a)) || byName(a, b));
  const [primary = null, ...alsoCarrying] = carrying;
  const standbys = providers
    .filter((provider) => provider.standbyOrder !== null && provider !== primary)
    .sort((a, b) => Number(a.standbyOrder) - Number(b.standbyOrder) || byName(a, b))
    .map((provider) => ({ ...provider, gaps: preparationGaps(provider, asOf) }));
  const tests = standbys.flatMap(({ switchTestedOn }) =>
    switchTestedOn !== null && switchTestedOn <= asOf ? [switchTestedOn] : [],
  );
  return {
    primary,
    alsoCarrying,
    standbys,
    lastTestOn: tests.sort().at(-1) ?? null,
    gaps: [
      ...(primary ? [] : (['no_primary'] as const)),
      ...(standbys.length > 0 ? [] : (['no_standby'] as const)),
    ],
    exposure: exposureOf([...carrying, ...standbys].map(({ vendor }) => vendor)),
  };
}

/**
 * Exposed is who depends on one firm: one provider and no standby, or firms that all belong to one group. Two firms are
 * exposed as well when they share a country; from three on a shared country is left to the register of risks.
 */
export function exposureOf(vendors: readonly Firm[]): Exposure | null {
  const firms = [...new Map(vendors.map((vendor) => [vendor.id, vendor])).values()];
  const groups = new Set(firms.map(({ groupId }) => groupId));
  const [first, second] = firms;
  if (!first) return 'no_provider';
  if (!second) return 'single_provider';
  if (groups.size === 1) return 'same_group';
  if (firms.length === 2 && first.country !== null && first.country === second.country)
    return 'same_country';
  return null;
}

function share({ sharePercent }: Provider): Decimal {
  return new Decimal(sharePercent ?? 0);
}

function byName(a: Provider, b: Provider): number {
  return a.vendor.name < b.vendor.name ? -1 : a.vendor.name > b.vendor.name ? 1 : 0;
}
