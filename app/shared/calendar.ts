import { lastDay, type Period, periodOf, periodOfDate } from './period';

/** When a month's report is due, counted in the month after it; a day past that month's end means its last day. */
export type ReportDue =
  | { day: number; grace_days: number }
  | {
      business_day: number;
      grace_days: number;
      /** Days of the contract's business calendar that are no business days, `YYYY-MM-DD`. */
      holidays?: readonly string[];
    };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(periodOf(year, month));
}

/** Days since 1970-01-01 of a date `YYYY-MM-DD`, for counting and comparing. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date `YYYY-MM-DD` of a count of days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from the first date to the second; below 0 where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function daysInMonth(period: Period): number {
  return Number(lastDay(period).slice(8));
}

/** The same day some months on, clamped to the month's end: 2024-01-31 and one month is 2024-02-29. */
export function addMonths(date: string, months: number): string {
  return dateIn(periodOfDate(date) + months, Number(date.slice(8)));
}

/** The date of a day of the month, clamped to the month's end. */
export function dateIn(period: Period, day: number): string {
  const clamped = Math.min(day, daysInMonth(period));
  return `${lastDay(period).slice(0, 8)}${String(clamped).padStart(2, '0')}`;
}

/** Monday to Friday; public holidays count as business days where no calendar is named. */
export function isBusinessDay(date: string): boolean {
  return isWeekday(dayNumber(date));
}

/** The n-th business day after a date (n at least 1), holidays left out, or the date itself for 0. */
export function addBusinessDays(
  date: string,
  days: number,
  holidays: readonly string[] = [],
): string {
  return countBusinessDays(date, days, 1, holidays);
}

function countBusinessDays(
  date: string,
  days: number,
  step: 1 | -1,
  holidays: readonly string[],
): string {
  const closed = new Set(holidays);
  let day = dayNumber(date);
  for (let left = days; left > 0;) {
    day += step;
    if (isWeekday(day) && !closed.has(dateOfDay(day))) left -= 1;
  }
  return dateOfDay(day);
}

/** The date itself where it is a business day, else the last one before it. */
export function lastBusinessDay(date: string, holidays: readonly string[] = []): string {
  return countBusinessDays(addDays(date, 1), 1, -1, holidays);
}

/** The date itself where it is a business day, else the next one after it. */
export function nextBusinessDay(date: string, holidays: readonly string[] = []): string {
  return countBusinessDays(addDays(date, -1), 1, 1, holidays);
}

/** The n-th business day before a date (n at least 1), holidays left out, or the date itself for 0. */
export function businessDaysBefore(
  date: string,
  days: number,
  holidays: readonly string[] = [],
): string {
  return countBusinessDays(date, days, -1, holidays);
}

/** The n-th business day of a month (n at least 1); counting goes on into the next month where it runs out. */
export function businessDayOf(period: Period, n: number, holidays: readonly string[] = []): string {
  return addBusinessDays(lastDay(period - 1), n, holidays);
}

/** The day on which the report of a month is due; without a rule, the day on which the month ends. */
export function reportDueDate(period: Period, due: ReportDue | null): string {
  if (!due) return lastDay(period);
  return 'day' in due
    ? dateIn(period + 1, due.day)
    : businessDayOf(period + 1, due.business_day, due.holidays);
}

/** The last day on which the report of a month is still in time, grace in calendar days included. */
export function reportGraceEnd(period: Period, due: ReportDue | null): string {
  return due ? addDays(reportDueDate(period, due), due.grace_days) : reportDueDate(period, due);
}

/** The day from which a missing report of a month is overdue. */
export function reportOverdueFrom(period: Period, due: ReportDue | null): string {
  return addDays(reportGraceEnd(period, due), 1);
}

/** The first month that lies wholly at or after a date. */
export function firstWholeMonth(from: string): Period {
  return from.endsWith('-01') ? periodOfDate(from) : periodOfDate(from) + 1;
}

/** The last month that lies wholly at or before a date. */
export function lastWholeMonth(to: string): Period {
  const period = periodOfDate(to);
  return to === lastDay(period) ? period : period - 1;
}

/** True for a name of the IANA time zone database such as `America/New_York`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day `YYYY-MM-DD` that an instant falls on in a time zone. */
export function localDate(instant: Date, timeZone: string): string {
  const parts = dateFormat(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Making a format costs some hundred times its use: one is kept for each time zone. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dateFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dateFormats.set(timeZone, format);
  return format;
}

function isWeekday(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
  return weekday !== 0 && weekday !== 6;
}
