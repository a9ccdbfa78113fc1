import { addDays, daysBetween } from '~/shared/calendar';

/** The records whose dates people are reminded of. */
export const remindedKinds = [
  'contract_end',
  'contract_notice',
  'certificate',
  'document',
  'due_diligence_check',
] as const;
export type RemindedKind = (typeof remindedKinds)[number];

/** How many days before a date it is reminded of. */
export const reminderSteps = [90, 30, 7, 0] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** A date that passed longer ago is no news: so old ones come in with a register. */
const LATEST_DAYS_AFTER = 31;

/** What has been written about already: for which date, and how many days before it. */
export type Reminded = { date: string; daysBefore: number };

/**
 * The reminder of a date that is due on a day, or null. Each step once, whatever days nothing ran: where several were
 * missed, the nearest alone is written, up to 31 days after the date. A date that moved is reminded of anew.
 */
export function reminderDue(
  date: string,
  today: string,
  reminded: Reminded | null,
): ReminderStep | null {
  const left = daysBetween(today, date);
  if (left < -LATEST_DAYS_AFTER) return null;
  const reached = reminderSteps.findLast((step) => left <= step) ?? null;
  if (reached === null || reminded?.date !== date) return reached;
  return reached < reminded.daysBefore ? reached : null;
}

/** The dates that a reminder can be due for on a day: what a query has to look through. */
export function remindableDates(today: string): { from: string; to: string } {
  return { from: addDays(today, -LATEST_DAYS_AFTER), to: addDays(today, reminderSteps[0]) };
}
