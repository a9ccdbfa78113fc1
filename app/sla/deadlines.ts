import { dateOfDay, dayNumber, reportOverdueFrom, type ReportDue } from '~/shared/calendar';
import { firstDay, type Period, periodOfDate } from '~/shared/period';

/** What the calendar says on a day of the contract's time zone: which months are over, which reports overdue. */
export type Deadlines = {
  isOver(period: Period): boolean;
  isOverdue(period: Period): boolean;
  overdueFrom(period: Period): string;
};

/** The deadlines as they stand at the end of `asOf`; with null everything is over and overdue. */
export function deadlinesAt(
  asOf: string | null,
  dueOf: (period: Period) => ReportDue | null,
): Deadlines {
  const days = new Map<Period, number>();
  const overdueDay = (period: Period): number => {
    const known = days.get(period);
    if (known !== undefined) return known;
    const day = dayNumber(reportOverdueFrom(period, dueOf(period)));
    days.set(period, day);
    return day;
  };
  const today = asOf === null ? Infinity : dayNumber(asOf);
  const month = asOf === null ? Infinity : periodOfDate(asOf);
  return {
    isOver: (period) => period < month,
    isOverdue: (period) => today === Infinity || today >= overdueDay(period),
    overdueFrom: (period) => dateOfDay(overdueDay(period)),
  };
}

/**
 * The next day on which a pending period can come out differently though no report arrives: the day after it ends, and
 * then the day its waiting is over. With `ignore` that is the last outstanding report's overdue day, else the first's.
 * Null where only a report or its review can change it.
 */
export function nextChange(
  period: Period,
  waiting: { outstanding: readonly Period[]; awaitingReview: readonly Period[]; ignore: boolean },
  deadlines: Deadlines,
): string | null {
  if (!deadlines.isOver(period)) return firstDay(period + 1);
  const { outstanding, awaitingReview, ignore } = waiting;
  const byDate = outstanding.filter((month) => !awaitingReview.includes(month));
  if (byDate.length === 0 || (ignore && byDate.length < outstanding.length)) return null;
  const days = byDate.map((month) => deadlines.overdueFrom(month)).sort();
  return (ignore ? days.at(-1) : days[0]) ?? null;
}
