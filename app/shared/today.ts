import { localDate } from './calendar';

/** The day that it is in a time zone. */
export type TodayIn = (timeZone: string) => string;

/** Today by the portal's clock, in each contract's own time zone. */
export function todayIn(now: Date): TodayIn {
  return (timeZone) => localDate(now, timeZone);
}

/** The same for a job that looks back from the end of a day, which may be an earlier one. */
export function dayIn(asOf: string, now: Date): TodayIn {
  return asOf === now.toISOString().slice(0, 10) ? todayIn(now) : () => asOf;
}
