import { monthOf, parsePeriod, periodOf, type Period, yearOf } from '~/shared/period';
import { caseStates } from './case';
import type { Span } from './excusal';

/** A breach that a correction or an excusal has undone is listed only where it is asked for. */
export const breachStates = [...caseStates, 'withdrawn'] as const;
/** Whose answer a case waits for. */
export const waits = ['vendor', 'us', 'overdue'] as const;
export type Wait = (typeof waits)[number];

/** The months that a list's filter names: a month `2023-07`, a quarter `2023-Q3` or a year `2023`; null is none. */
export function parseSpan(text: string): Span | null {
  const month = parsePeriod(text);
  if (month !== null) return { first: month, last: month };
  const match = /^(\d{4})(?:-Q([1-4]))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: periodOf(year, 1), last: periodOf(year, 12) };
  const first = periodOf(year, Number(match[2]) * 3 - 2);
  return { first, last: first + 2 };
}

/** The quarters from the first to the last month, latest first, as the filter names them. */
export function quartersBetween(first: Period, last: Period): string[] {
  const quarterOf = (period: Period) => yearOf(period) * 4 + Math.floor((monthOf(period) - 1) / 3);
  const quarters: string[] = [];
  for (let at = quarterOf(last); at >= quarterOf(first); at -= 1)
    quarters.push(`${Math.floor(at / 4)}-Q${(at % 4) + 1}`);
  return quarters;
}
