import { runJob } from '~/jobs/run-job.server';
import { jobNames } from '~/jobs/schedule';
import { addDays } from '~/shared/calendar';
import { firstDay, periodOf, periodsBetween } from '~/shared/period';
import type { Event, Portal } from './step';

const FIRST = periodOf(2022, 5);
const LAST = periodOf(2023, 12);

/** Days of the month after, on which the demo lets the jobs run: reports are in and accepted; the overdue ones show. */
const RUN_ON = [11, 17, 22];
const DEMO_DAY = '2024-01-11';

/** The jobs' runs over all months, as a server would have done them. */
export function jobHistory(portal: Portal): Event[] {
  return periodsBetween(FIRST, LAST).flatMap((period) =>
    RUN_ON.map((day) => addDays(firstDay(period + 1), day - 1))
      .filter((day) => day <= DEMO_DAY)
      .flatMap((day) => runsOn(portal, day)),
  );
}

/** One run of each job in their order, a minute apart. */
function runsOn({ store }: Portal, day: string): Event[] {
  return jobNames.map((job, index) => ({
    at: `${day}T17:0${index}:00.000Z`,
    async run(at) {
      const result = await runJob({ store, now: new Date(at), postman: null }, job, {
        asOf: day,
        slot: at,
        origin: 'demo',
      });
      if (result.state !== 'done') throw new Error(`the demo's ${job} on ${day}: ${result.state}`);
    },
  }));
}
