/**
 * A calendar month as the count of months since year 0: 2023-07 is 2023 × 12 + 6.
 * Stored and compared as this integer, written `YYYY-MM` wherever people or files see it.
 */
export type Period = number;

const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The period written `YYYY-MM`, or null when the text is not one. */
export function parsePeriod(text: string): Period | null {
  const match = PERIOD.exec(text);
  return match ? periodOf(Number(match[1]), Number(match[2])) : null;
}

/** The period of a year and a month (1 to 12). */
export function periodOf(year: number, month: number): Period {
  return year * 12 + month - 1;
}

export function formatPeriod(period: Period): string {
  return `${String(yearOf(period)).padStart(4, '0')}-${String(monthOf(period)).padStart(2, '0')}`;
}

export function yearOf(period: Period): number {
  return Math.floor(period / 12);
}

/** Month of the year, 1 to 12. */
export function monthOf(period: Period): number {
  return (period % 12) + 1;
}

/** The period in which a date `YYYY-MM-DD` lies. */
export function periodOfDate(date: string): Period {
  return periodOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** The last month of which no day is left on a date `YYYY-MM-DD`: the one before the date's own. */
export function lastMonthOver(date: string): Period {
  return periodOfDate(date) - 1;
}

/** First day of the period, `YYYY-MM-DD`. */
export function firstDay(period: Period): string {
  return `${formatPeriod(period)}-01`;
}

/** Last day of the period, `YYYY-MM-DD`. */
export function lastDay(period: Period): string {
  const days = new Date(Date.UTC(yearOf(period), monthOf(period), 0)).getUTCDate();
  return `${formatPeriod(period)}-${String(days).padStart(2, '0')}`;
}

/** Every period from the first to the last, both included. */
export function periodsBetween(first: Period, last: Period): Period[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
