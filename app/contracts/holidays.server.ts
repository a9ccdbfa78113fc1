import type { ReportDue } from '~/shared/calendar';
import { addDays } from '~/shared/calendar';
import { reportDueOf, type ContractFacts } from './contract-record';

const DAY_MS = 86_400_000;
/** Holidays are looked up from the contract's first year on for so many years. */
const YEARS_AHEAD = 20;

const known = new Map<string, Promise<string[]>>();

/**
 * The public holidays of a country in a year, `YYYY-MM-DD`, as the library of the `date-holidays` project keeps them: days
 * that are worked instead, as in China, are not in it.
 */
export function holidaysOf(country: string, year: number): Promise<string[]> {
  const key = `${country} ${year}`;
  const found = known.get(key) ?? lookUp(country, year);
  known.set(key, found);
  return found;
}

async function lookUp(country: string, year: number): Promise<string[]> {
  // Its data is large: read only where a contract names a calendar.
  const { default: Holidays } = await import('date-holidays');
  const days = new Holidays(country).getHolidays(year).flatMap(({ type, date, start, end }) => {
    if (type !== 'public') return [];
    const first = date.slice(0, 10);
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    return Array.from({ length }, (_, index) => addDays(first, index));
  });
  return [...new Set(days)].sort();
}

type Dated = Pick<ContractFacts, 'reportDueDay' | 'reportDueBusinessDay' | 'graceDays'> & {
  startsOn: string;
  calendarCountry: string | null;
};

/** When the contract's reports are due, by the business calendar that it names. */
export async function reportDueWithCalendar(contract: Dated): Promise<ReportDue | null> {
  const due = reportDueOf(contract);
  const { calendarCountry: country, startsOn } = contract;
  if (due === null || !('business_day' in due) || country === null) return due;
  const first = Number(startsOn.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => first + index);
  const holidays = await Promise.all(years.map((year) => holidaysOf(country, year)));
  return { ...due, holidays: holidays.flat() };
}
