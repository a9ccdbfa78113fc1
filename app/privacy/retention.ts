/** For how long the portal keeps what nobody needs for the business, in days; then a job clears it. */
export type Retention = {
  /** The text of letters that went out. */
  letterDays: number;
  /** Sessions and mailed links after their end. */
  sessionDays: number;
  /** The addresses from which strangers tried to sign in. */
  attemptDays: number;
};

/** What holds until the house says otherwise. */
export const usualRetention: Retention = { letterDays: 730, sessionDays: 30, attemptDays: 180 };

const DAY_MS = 86_400_000;

/** The instant before which something is cleared that is kept for so many days. */
export function clearedBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}

/** The month of an instant, by which the addresses of strangers are sealed together: `2024-01`. */
export function attemptMonth(instant: string): string {
  return instant.slice(0, 7);
}
