import { reportDueDate, reportOverdueFrom, type ReportDue } from '~/shared/calendar';
import { lastMonthOver, periodOfDate, type Period } from '~/shared/period';

export type ReportDeadline = { period: Period; dueOn: string; overdueFrom: string };

const SHOWN = 4;

/** The reports of last month, this one and those to come, within the contract's time: when due, from when overdue. */
export function reportDeadlines(
  startsOn: string,
  lastDay: string | null,
  due: ReportDue | null,
  today: string,
): ReportDeadline[] {
  const first = Math.max(lastMonthOver(today), periodOfDate(startsOn));
  const last = lastDay === null ? first + SHOWN : periodOfDate(lastDay);
  return Array.from({ length: SHOWN }, (_, index) => first + index)
    .filter((period) => period <= last)
    .map((period) => ({
      period,
      dueOn: reportDueDate(period, due),
      overdueFrom: reportOverdueFrom(period, due),
    }));
}
