import { CronTime } from 'cron';

const HOUR = 3_600_000;
const LOOK_BACK = [HOUR, 24 * HOUR, 8 * 24 * HOUR, 32 * 24 * HOUR, 367 * 24 * HOUR];

/** The slot that is due at `now`: the latest time of the cron expression not after it, as ISO UTC; null if none in a year. */
export function latestSlot(expression: string, now: Date): string | null {
  for (const milliseconds of LOOK_BACK) {
    const slots = slotsBetween(expression, new Date(now.getTime() - milliseconds), now);
    const latest = slots.at(-1);
    if (latest !== undefined) return latest;
  }
  return null;
}

/** The first slot after `now`, as ISO UTC. */
export function nextSlot(expression: string, now: Date): string {
  return next(new CronTime(expression, 'UTC'), now).toISOString();
}

/** Slots after `from` up to and with `to`. */
export function slotsBetween(expression: string, from: Date, to: Date): string[] {
  const time = new CronTime(expression, 'UTC');
  const slots: string[] = [];
  for (let at = next(time, from); at <= to; at = next(time, at)) slots.push(at.toISOString());
  return slots;
}

function next(time: CronTime, after: Date): Date {
  return time.getNextDateFrom(after, 'UTC').toJSDate();
}
