import { periodOf } from '~/shared/period';
import type { Figures } from './figures';

/*
 * Demonstration figures drawn from the real ones by these rules, so that nobody has to take them for the carriers' own:
 * capacity is three times the busiest month of 2023 at the airport; volume and share are those of the last quarter
 * of 2023; a contract's monthly fee is five dollars for a flight of its first months, in whole thousands.
 */
const CAPACITY_FACTOR = 3;
export const FEE_PER_FLIGHT = 5;
const FEE_STEP = 1000;
const FIRST_MONTHS = 8;
const LARGE_FLIGHTS = 1_000_000;
const MIDDLE_FLIGHTS = 250_000;

const YEAR = { from: periodOf(2023, 1), to: periodOf(2023, 12) };
const QUARTER = { from: periodOf(2023, 10), to: periodOf(2023, 12) };

export type OfferingFigures = {
  carrier: string;
  airport: string;
  capacity: number;
  carried: number;
  sharePercent: string;
};

/** What each carrier flies at each airport that it has figures for. */
export function offeringFigures({ airports }: Figures): OfferingFigures[] {
  const flights = airports.filter(({ kpi }) => kpi === 'FLIGHTS_COMPLETED');
  const places = new Map<
    string,
    { carrier: string; airport: string; peak: number; last: number }
  >();
  const total = new Map<string, number>();
  for (const { carrier, airport, period, value } of flights) {
    const key = `${carrier} ${airport}`;
    const place = places.get(key) ?? { carrier, airport, peak: 0, last: 0 };
    if (period >= YEAR.from) place.peak = Math.max(place.peak, Number(value));
    if (period >= QUARTER.from && period <= QUARTER.to) {
      place.last += Number(value);
      total.set(airport, (total.get(airport) ?? 0) + Number(value));
    }
    places.set(key, place);
  }
  return [...places.values()].map(({ carrier, airport, peak, last }) => ({
    carrier,
    airport,
    capacity: Math.ceil(peak * CAPACITY_FACTOR),
    carried: Math.round(last / 3),
    sharePercent: ((100 * last) / (total.get(airport) ?? 1)).toFixed(1),
  }));
}

/** The monthly fee of a carrier's contract in whole dollars. */
export function monthlyFee({ counts }: Figures, code: string): number {
  const months = counts.filter(({ carrier }) => carrier === code).slice(0, FIRST_MONTHS);
  const mean = months.reduce((sum, { flights }) => sum + flights, 0) / months.length;
  return Math.round((mean * FEE_PER_FLIGHT) / FEE_STEP) * FEE_STEP;
}

/** Answers to the tier's questions from a carrier's size: much flown is much spent, critical and hard to replace. */
export function tierAnswersFor({ counts, airports }: Figures, code: string) {
  const flown = counts
    .filter(({ carrier }) => carrier === code)
    .reduce((sum, { flights }) => sum + flights, 0);
  const places = new Set(
    airports.filter(({ carrier }) => carrier === code).map(({ airport }) => airport),
  ).size;
  const bySize = flown > LARGE_FLIGHTS ? 3 : flown > MIDDLE_FLIGHTS ? 2 : 1;
  const byPlaces = places > 7 ? 3 : places > 3 ? 2 : 1;
  return {
    spend: String(bySize),
    criticality: String(byPlaces),
    dataAccess: '2',
    replaceability: String(bySize),
  };
}
