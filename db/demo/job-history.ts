import { eq, sql } from 'drizzle-orm';
import { runJob } from '~/jobs/run-job.server';
import { withRunner } from '~/shared/runner.server';
import { jobNames, schedule, type JobName } from '~/jobs/schedule';
import { latestSlot } from '~/jobs/slot';
import { addDays } from '~/shared/calendar';
import { firstDay, periodOf, periodsBetween } from '~/shared/period';
import { jobRuns } from '~db/schema/jobs';
import { DEMO_NOW } from './people';
import type { Event, Portal } from './step';

const FIRST = periodOf(2022, 5);
const LAST = periodOf(2023, 12);
const DEMO_DAY = DEMO_NOW.slice(0, 10);
/** Fallbacks are proposed by the job from this day on. */
const PROPOSED_FROM = '2023-01-01';

/**
 * The runs of a month's jobs that had something to do, by the day of the month after and the time of day: reminders
 * before the due day, the evaluation once the reports are in, and again once those that were overdue show.
 */
const RUNS: readonly [day: number, time: string, job: JobName][] = [
  [2, '06:45', 'settle'],
  [3, '06:00', 'remind'],
  [5, '06:45', 'chase-actions'],
  [8, '06:40', 'cases'],
  [9, '06:00', 'remind'],
  [11, '17:30', 'evaluate'],
  [11, '17:40', 'cases'],
  [11, '17:45', 'settle'],
  [11, '17:50', 'propose'],
  [16, '06:10', 'chase'],
  [16, '17:30', 'evaluate'],
  [16, '17:40', 'cases'],
  [16, '17:45', 'settle'],
  [19, '06:45', 'chase-actions'],
  [22, '17:58', 'deliver-mail'],
];

/** The jobs' runs over all months, as a server would have done them, and the last ones before the demo's instant. */
export function jobHistory(portal: Portal): Event[] {
  const runs = periodsBetween(FIRST, LAST).flatMap((period) =>
    RUNS.flatMap(([day, time, job]) => {
      const at = `${addDays(firstDay(period + 1), day - 1)}T${time}:00.000Z`;
      return job === 'propose' && at < PROPOSED_FROM ? [] : [jobRun(portal, job, at)];
    }),
  );
  return [...runs.filter(({ at }) => at < DEMO_DAY), ...lastSlots(portal)];
}

/** The slots that are due on the demo's day: a server that starts finds them taken and changes nothing. */
function lastSlots(portal: Portal): Event[] {
  return jobNames.flatMap((job) => {
    const slot = latestSlot(schedule[job], new Date(DEMO_NOW));
    return slot === null ? [] : [jobRun(portal, job, slot)];
  });
}

/** A run of a job in a slot, as a server would have done it. */
export function jobRun({ store }: Portal, job: JobName, slot: string): Event {
  return {
    at: slot,
    async run(at) {
      const now = new Date(at);
      const result = await withRunner(store, (runner) =>
        runJob({ store, runner, now, postman: null }, job, {
          asOf: at.slice(0, 10),
          slot,
          origin: 'demo',
        }),
      );
      if (result.state !== 'done')
        throw new Error(`the demo's ${job} at ${at}: ${JSON.stringify(result)}`);
    },
  };
}

/** The runs of the history bear the times of their slots, not those of the minute in which the demo was loaded. */
export async function dateRuns({ store }: Portal): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(jobRuns)
      .set({
        startedAt: sql`${jobRuns.slot}`,
        finishedAt: sql`${jobRuns.slot}`,
      })
      .where(eq(jobRuns.origin, 'demo'));
  });
}
