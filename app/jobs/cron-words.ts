/** How often a job runs, as far as the portal's own schedules go. */
export type Rhythm =
  { kind: 'daily'; time: string } | { kind: 'hourly'; minute: string } | { kind: 'minutely' };

/** The rhythm of a cron expression of the schedule: every minute, hourly at a minute, or daily at a time. */
export function rhythmOf(expression: string): Rhythm {
  const [minute = '*', hour = '*'] = expression.split(' ');
  if (minute === '*') return { kind: 'minutely' };
  if (hour === '*') return { kind: 'hourly', minute };
  return { kind: 'daily', time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
}
