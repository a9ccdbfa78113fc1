import { parseArgs } from 'node:util';
import { lastRuns } from '~/jobs/job-queries.server';
import { jobNames, schedule } from '~/jobs/schedule';
import { nextSlot } from '~/jobs/slot';
import { DONE, json, type Command } from '../command';
import { withPortal } from '../open-portal';

/** `job list`: every job with its schedule, its last run and the next one. */
export const command: Command = {
  name: 'job list',
  summary: 'the jobs, their last run and the next',
  usage: '  --json   one JSON document',
  run: (args, io) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
    return withPortal(async ({ store, clock }) => {
      const last = await lastRuns(store.read);
      const jobs = jobNames.map((name) => ({
        name,
        schedule: schedule[name],
        next: nextSlot(schedule[name], clock.now()),
        last: last.get(name) ?? null,
      }));
      if (values.json) io.out(json(jobs));
      else for (const job of jobs) io.out(lineOf(job));
      return DONE;
    });
  },
};

type Listed = {
  name: string;
  schedule: string;
  next: string;
  last: { startedAt: string; state: string } | null;
};

function lineOf({ name, schedule: cron, next, last }: Listed): string {
  const ran = last ? `last ${last.startedAt} ${last.state}` : 'never run';
  return `${name.padEnd(14)} ${cron.padEnd(14)} next ${next}  ${ran}`;
}
