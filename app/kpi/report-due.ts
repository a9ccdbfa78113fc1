import {
  daysBetween,
  firstWholeMonth,
  lastWholeMonth,
  reportDueDate,
  reportGraceEnd,
  type ReportDue,
} from '~/shared/calendar';
import { periodOfDate, type Period } from '~/shared/period';
import type { ReadingSource } from './reading';

/** A series that a contract's terms need: a KPI of a service and market (null: the total), in whole months of a span. */
export type NeededSeries = {
  kpi: string;
  service: string | null;
  market: string | null;
  sources: readonly ReadingSource[];
  from: string;
  to: string | null;
};

/** A reading of a needed series in a report that was sent; `stands` until another report superseded it. */
export type SentReading = {
  kpi: string;
  service: string | null;
  market: string | null;
  source: ReadingSource;
  period: Period;
  reportId: number;
  state: 'submitted' | 'accepted' | 'changes_requested' | 'superseded';
  stands: boolean;
  /** The day on which it was sent, in the contract's time zone. */
  sentOn: string | null;
};

/** What has been sent for a month: all of it accepted or waiting for review, some sent back, some of it, or nothing. */
export const sentStates = ['accepted', 'submitted', 'returned', 'partial', 'none'] as const;
export type SentState = (typeof sentStates)[number];

/** Where the calendar stands: the month still runs, its report is due, is due with grace, or the grace has passed. */
export type DueTime = 'running' | 'due' | 'in_grace' | 'overdue';

export type DueMonth = {
  period: Period;
  dueOn: string;
  graceEnd: string;
  sent: SentState;
  time: DueTime;
  /** Sent after the grace had passed. */
  late: boolean;
  /** KPIs that nobody has reported yet. */
  missing: string[];
  /** A report to look at: the one that covers the month, or was sent back. */
  reportId: number | null;
};

/**
 * Every month from `first` on to that of `today` in which a contract's terms hold, with when its report is due and what
 * came of it. Derived anew each time, never stored.
 */
export function dueMonths(
  needs: readonly NeededSeries[],
  sent: readonly SentReading[],
  due: ReportDue | null,
  first: Period,
  today: string,
): DueMonth[] {
  const byMonth = new Map<Period, SentReading[]>();
  for (const reading of sent) {
    const month = byMonth.get(reading.period);
    if (month) month.push(reading);
    else byMonth.set(reading.period, [reading]);
  }
  const months: DueMonth[] = [];
  for (let period = first; period <= periodOfDate(today); period += 1) {
    const needed = needs.filter((series) => holdsIn(series, period));
    if (needed.length > 0)
      months.push(dueMonth(period, needed, byMonth.get(period) ?? [], due, today));
  }
  return months;
}

/** True for a report that is still to be sent. */
export function isOutstanding({ sent }: Pick<DueMonth, 'sent'>): boolean {
  return sent !== 'accepted' && sent !== 'submitted';
}

function holdsIn({ from, to }: NeededSeries, period: Period): boolean {
  return firstWholeMonth(from) <= period && (to === null || period <= lastWholeMonth(to));
}

function dueMonth(
  period: Period,
  needed: readonly NeededSeries[],
  sent: readonly SentReading[],
  due: ReportDue | null,
  today: string,
): DueMonth {
  const dueOn = reportDueDate(period, due);
  const graceEnd = reportGraceEnd(period, due);
  const covering = needed.map((series) => ({
    series,
    readings: sent.filter((reading) => answers(reading, series)),
  }));
  const states = covering.map(({ readings }) => stateOf(readings));
  const sentOn = covering.map(({ readings }) => earliest(readings)).sort();
  const state = combined(states);
  return {
    period,
    dueOn,
    graceEnd,
    sent: state,
    time: timeOf(period, dueOn, graceEnd, today),
    late: (state === 'accepted' || state === 'submitted') && sentOn.some((day) => day > graceEnd),
    missing: [
      ...new Set(covering.flatMap(({ series }, at) => (states[at] === 'none' ? series.kpi : []))),
    ],
    reportId: reportOf(covering.flatMap(({ readings }) => readings)),
  };
}

function answers(reading: SentReading, series: NeededSeries): boolean {
  return (
    reading.kpi === series.kpi &&
    reading.service === series.service &&
    reading.market === series.market &&
    series.sources.includes(reading.source)
  );
}

function stateOf(readings: readonly SentReading[]): 'accepted' | 'submitted' | 'returned' | 'none' {
  const has = (state: SentReading['state']) =>
    readings.some((reading) => reading.stands && reading.state === state);
  if (has('accepted')) return 'accepted';
  if (has('submitted')) return 'submitted';
  return has('changes_requested') ? 'returned' : 'none';
}

function combined(states: readonly ReturnType<typeof stateOf>[]): SentState {
  if (states.every((state) => state === 'accepted')) return 'accepted';
  if (states.every((state) => state === 'accepted' || state === 'submitted')) return 'submitted';
  if (states.includes('returned')) return 'returned';
  return states.every((state) => state === 'none') ? 'none' : 'partial';
}

function earliest(readings: readonly SentReading[]): string {
  return readings.flatMap(({ sentOn }) => sentOn ?? []).sort()[0] ?? '';
}

function reportOf(readings: readonly SentReading[]): number | null {
  const order = ['changes_requested', 'submitted', 'accepted'] as const;
  for (const state of order) {
    const found = readings.find((reading) => reading.stands && reading.state === state);
    if (found) return found.reportId;
  }
  return null;
}

function timeOf(period: Period, dueOn: string, graceEnd: string, today: string): DueTime {
  if (today > graceEnd) return 'overdue';
  if (today > dueOn) return 'in_grace';
  return periodOfDate(today) <= period ? 'running' : 'due';
}

/** The reminder that a report calls for on a day: a week and a day before it is due, on the day, and after the grace. */
export type ChaseStep = 'due_in_7' | 'due_in_1' | 'due_today' | 'overdue';

const WEEK = 7;

/** The latest step that has been reached, so that days without a server leave out no reminder and double none. */
export function chaseStep(
  { dueOn, time }: Pick<DueMonth, 'dueOn' | 'time'>,
  today: string,
): ChaseStep | null {
  if (time === 'overdue') return 'overdue';
  const left = daysBetween(today, dueOn);
  if (left > WEEK) return null;
  if (left > 1) return 'due_in_7';
  return left === 1 ? 'due_in_1' : 'due_today';
}
