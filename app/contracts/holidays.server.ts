import type { ReportDue } from '~/shared/calendar';
import { addDays } from '~/shared/calendar';
import { reportDueOf, type ContractFacts } from './contract-record';
import type { NoticeDay } from './renewal';

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

/** Years of holidays before and after a day that can decide on a notice near it. */
const NOTICE_YEARS = { before: 1, after: 10 };

/** What of a contract says whether its notices follow a business calendar. */
type Counting = { calendarCountry: string | null; noticeDay: NoticeDay | null };

/**
 * The holidays that decide on the last days for notice around a day: those of the calendar that a contract names, where
 * it says that notices follow it. Each calendar is looked up once.
 */
export async function noticeHolidays(
  contracts: readonly Counting[],
  day: string,
): Promise<(contract: Counting) => readonly string[]> {
  const asked = ({ calendarCountry, noticeDay }: Counting) =>
    noticeDay === null || noticeDay === 'exact' ? null : calendarCountry;
  const year = Number(day.slice(0, 4));
  const { before, after } = NOTICE_YEARS;
  const closed = await calendarsOf(contracts.map(asked), year - before, year + after);
  return (contract) => closed(asked(contract));
}

/** The public holidays of countries from one year to another, each looked up once; none without a country. */
export async function calendarsOf(
  countries: readonly (string | null)[],
  firstYear: number,
  lastYear: number,
): Promise<(country: string | null) => readonly string[]> {
  const named = [...new Set(countries.flatMap((country) => country ?? []))];
  const calendars = new Map(
    await Promise.all(
      named.map(
        async (country) => [country, await holidaysBetween(country, firstYear, lastYear)] as const,
      ),
    ),
  );
  return (country) => calendars.get(country ?? '') ?? [];
}

/** A country's public holidays from one year to another, both included. */
async function holidaysBetween(country: string, first: number, last: number): Promise<string[]> {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (await Promise.all(years.map((year) => holidaysOf(country, year)))).flat();
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
  return { ...due, holidays: await holidaysBetween(country, first, first + YEARS_AHEAD - 1) };
}
