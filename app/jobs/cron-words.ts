/** How often a job runs, as far as the portal's own schedules go. */
export type Rhythm = 'daily' | 'hourly' | 'minutely';

/** The rhythm of a cron expression of the schedule: every minute, hourly at a minute, or daily at a time. */
export function rhythmOf(expression: string): Rhythm {
  const [minute = '*', hour = '*'] = expression.split(' ');
  if (minute === '*') return 'minutely';
  return hour === '*' ? 'hourly' : 'daily';
}
