import { addDays, daysBetween } from '~/shared/calendar';

/** Days after its due day, before it where negative, on which who owes an open action is written to. */
export const chaseDays = [-3, 1, 14, 30] as const;
export type ChaseDay = (typeof chaseDays)[number];

/** What was written already: for which due day, and how many days after it. */
export type Chased = { dueOn: string; day: number };

/**
 * The letter about an open action that is due on a day, or null. Each once, whatever days nothing ran: where several were
 * missed, the latest alone is written. An action whose due day moved is chased anew.
 */
export function chaseDue(dueOn: string, today: string, chased: Chased | null): ChaseDay | null {
  const past = daysBetween(dueOn, today);
  const reached = chaseDays.findLast((day) => past >= day) ?? null;
  if (reached === null || chased?.dueOn !== dueOn) return reached;
  return reached > chased.day ? reached : null;
}

/** The latest due day that a letter can be due for. */
export function latestChased(today: string): string {
  return addDays(today, -chaseDays[0]);
}
