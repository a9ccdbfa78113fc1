import { addDays } from '~/shared/calendar';
import type { Period } from '~/shared/period';

/** What can come up on a day. */
export const comingKinds = [
  'contract_end',
  'contract_renewal',
  'our_notice',
  'vendor_notice',
  'report_due',
  'certificate',
  'document',
  'review',
] as const;
export type ComingKind = (typeof comingKinds)[number];

/** A day that somebody has to have in mind, with the record that it belongs to. */
export type ComingDate = {
  /** The same date of the same record keeps it, so that a calendar program moves it rather than doubling it. */
  key: string;
  kind: ComingKind;
  date: string;
  /** The contract's number, the certificate or the document; null for a review, which its quarter names. */
  name: string | null;
  /** The month that a report is about, or the first of the quarter that a review is about; null for what is about none. */
  month: Period | null;
  vendorId: number;
  vendorName: string;
  href: string;
  /** A meeting has an hour, and is the same event as the one that people were invited to. */
  meeting?: { startsAt: string; minutes: number; uid: string; sequence: number };
};

/** How far ahead the calendar looks, in days: a year and the notice before the next one. */
export const CALENDAR_DAYS = 400;

/** The dates from a day on, within the calendar's reach, the nearest first. */
export function inOrder(dates: readonly ComingDate[], today: string): ComingDate[] {
  const last = addDays(today, CALENDAR_DAYS);
  return dates
    .filter(({ date }) => date >= today && date <= last)
    .sort((a, b) => (a.date === b.date ? compare(a.key, b.key) : compare(a.date, b.date)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
