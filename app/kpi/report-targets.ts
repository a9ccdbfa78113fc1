import type { SlaTerm } from '~/contracts/sla-term';
import { holdsByOrder } from '~/contracts/sla-vocabulary';
import { compare, fraction } from '~/shared/fraction';
import type { Period } from '~/shared/period';
import type { ReadingSource, StandingReading } from './reading';

/** How a month's value stands to the target by itself; the evaluation looks further: windows, samples, exclusions. */
export type MonthStanding = 'met' | 'at_risk' | 'breached' | 'no_data';

export type TargetMonth = {
  period: Period;
  value: string | null;
  standing: MonthStanding | null;
  /** True for a month of the report itself. */
  reported: boolean;
};

type Target = Pick<SlaTerm, 'operator' | 'target' | 'warn_at'>;

/** A value beside a target: met, met though past the warning limit, or missed. */
function standingTo({ operator, target, warn_at }: Target, value: string): MonthStanding {
  const holds = (limit: string) =>
    holdsByOrder(compare(fraction(value), fraction(limit)), operator);
  if (!holds(target)) return 'breached';
  return warn_at !== null && !holds(warn_at) ? 'at_risk' : 'met';
}

type Scoped = Pick<SlaTerm, 'scope' | 'sources'> & { kpi: string };

/**
 * The months of a term's series: those of the report as it states them, the others as they stand, from the source that
 * the term believes most. Null values are months that were reported without one.
 */
export function targetMonths(
  term: Scoped & Target,
  reported: readonly StandingReading[],
  standing: readonly StandingReading[],
  periods: readonly Period[],
): TargetMonth[] {
  const own = reported.filter((reading) => isOf(reading, term));
  const others = standing.filter((reading) => isOf(reading, term));
  return periods.map((period) => {
    const mine = own.find((reading) => reading.period === period);
    const found = mine ?? mostBelieved(others, period, term.sources);
    return {
      period,
      value: found?.value ?? null,
      standing: !found ? null : found.value === null ? 'no_data' : standingTo(term, found.value),
      reported: mine !== undefined,
    };
  });
}

/** True for a reading of the series that a term measures. */
export function isOf(
  reading: StandingReading,
  { kpi, scope }: Pick<Scoped, 'kpi' | 'scope'>,
): boolean {
  return (
    reading.kpi === kpi && reading.market === scope.market && reading.service === scope.service
  );
}

function mostBelieved(
  readings: readonly StandingReading[],
  period: Period,
  sources: readonly ReadingSource[],
): StandingReading | undefined {
  const of = readings.filter((reading) => reading.period === period);
  for (const source of sources) {
    const found = of.find((reading) => reading.source === source);
    if (found) return found;
  }
  return undefined;
}
