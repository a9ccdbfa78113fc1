import { monthOf, yearOf, type Period } from '~/shared/period';
import { said, written } from './pack-value';
import type { PackValue } from './section';

const MONTHS = 3;

/** The first month of the calendar quarter in which a month lies. */
export function quarterOf(period: Period): Period {
  return period - (period % MONTHS);
}

export function lastMonthOf(quarter: Period): Period {
  return quarter + MONTHS - 1;
}

/** Of a quarter and the three before it the first months, the earliest first. */
export function fourQuarters(quarter: Period): Period[] {
  return [3, 2, 1, 0].map((back) => quarter - back * MONTHS);
}

/** Its number in the year, 1 to 4. */
export function quarterNumber(quarter: Period): number {
  return Math.floor((monthOf(quarter) - 1) / MONTHS) + 1;
}

/** `2022 Q4`: a quarter where no reader's language is known, in file names and letters. */
export function plainQuarter(quarter: Period): string {
  return `${yearOf(quarter)} Q${quarterNumber(quarter)}`;
}

/** The quarter as a value of a pack, in its reader's words: `2022 Q4`. */
export function inQuarter(quarter: Period): PackValue {
  return said('packs:quarter', {
    quarter: written(String(quarterNumber(quarter))),
    year: written(String(yearOf(quarter))),
  });
}
