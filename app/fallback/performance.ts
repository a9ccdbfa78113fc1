import { holdsByOrder, DEFAULT_SOURCE } from '~/contracts/sla-vocabulary';
import { Decimal, roundedText } from '~/shared/decimal';
import { compare, decimalText, fraction, type Fraction, rounded } from '~/shared/fraction';
import { type Period, periodOfDate, periodsBetween } from '~/shared/period';
import { monthValue } from '~/sla/measure';
import type { FallbackRequest, ReadingFact, TermAsked } from './candidate';

/** How far back recent performance looks, and how many months have to be known for it to say anything. */
const MONTHS_LOOKED_AT = 6;
const MONTHS_NEEDED = 3;

export type MonthAgainstTerm = { period: Period; value: string; met: boolean };

/** A candidate's months against one term, and the scope of the readings that were used. `share` is 0 to 100. */
export type TermPerformance = {
  term: TermAsked;
  scope: { serviceId: number | null; marketId: number | null } | null;
  months: MonthAgainstTerm[];
  share: string | null;
};

/** Whether a value meets a term: unrounded, unless the contract says to how many decimals it is rounded first. */
export function meetsTarget(
  value: Fraction,
  { operator, target, roundTo }: Pick<TermAsked, 'operator' | 'target' | 'roundTo'>,
): boolean {
  const measured = roundTo === null ? value : rounded(value, roundTo);
  return holdsByOrder(compare(measured, fraction(target)), operator);
}

/** The six full months before the month of a day, oldest first. */
export function recentPeriods(asOf: string): Period[] {
  const current = periodOfDate(asOf);
  return periodsBetween(current - MONTHS_LOOKED_AT, current - 1);
}

/**
 * The share of the last six months in which a candidate would have met a term. Readings of the market asked for come
 * first, then of the nearest market that contains it, then the vendor's totals; in each place those of the service
 * before those of all services. The first of these with three known months counts, else the share is unknown. A month
 * without a value, or with fewer observations than the term's minimum, is not known.
 */
export function performanceAgainst(
  term: TermAsked,
  readings: readonly ReadingFact[],
  request: Pick<FallbackRequest, 'asOf' | 'service' | 'market'>,
): TermPerformance {
  const recent = recentPeriods(request.asOf);
  const known = readings
    .filter(({ kpiId, period }) => kpiId === term.kpi.id && recent.includes(period))
    .sort((a, b) => a.period - b.period);
  let best: TermPerformance = { term, scope: null, months: [], share: null };
  for (const scope of scopes(request)) {
    const months = known
      .filter(
        ({ serviceId, marketId }) => serviceId === scope.serviceId && marketId === scope.marketId,
      )
      .flatMap((reading) => monthAgainst(reading, term) ?? []);
    if (months.length >= MONTHS_NEEDED) return { term, scope, months, share: shareMet(months) };
    if (months.length > best.months.length) best = { term, scope, months, share: null };
  }
  return best;
}

/**
 * Recent performance over several terms, 0 to 100: the mean of the shares that are known, each term counting the same
 * however many months it has; null where none is known.
 */
export function meanShare(terms: readonly TermPerformance[]): Decimal | null {
  const shares = terms.flatMap(({ share }) => (share === null ? [] : [new Decimal(share)]));
  if (shares.length === 0) return null;
  return Decimal.sum(...shares).div(shares.length);
}

function monthAgainst(reading: ReadingFact, term: TermAsked): MonthAgainstTerm | null {
  const total = { service: null, market: null, source: DEFAULT_SOURCE };
  const { value, sample } = monthValue({ ...reading, ...total }, term.kpi.unit === '%');
  if (!value) return null;
  if (term.minSample !== null && sample && compare(sample, fraction(term.minSample)) < 0)
    return null;
  return { period: reading.period, value: decimalText(value), met: meetsTarget(value, term) };
}

/** Where readings are looked for: place by place from the nearest to the vendor's totals, the service first in each. */
function scopes({ service, market }: Pick<FallbackRequest, 'service' | 'market'>) {
  const places = market ? [market.id, ...market.ancestors, null] : [null];
  return places.flatMap((marketId) => [
    { serviceId: service.id, marketId },
    { serviceId: null, marketId },
  ]);
}

function shareMet(months: readonly MonthAgainstTerm[]): string {
  const met = months.filter((month) => month.met).length;
  return roundedText(new Decimal(100).times(met).div(months.length), 12);
}
