import { and, inArray, ne } from 'drizzle-orm';
import { storeFailure } from '~db/constraint';
import { jobRuns } from '~db/schema/jobs';
import { isIdle, type JobContext } from './jobs.server';
import { isLeftOpen, runJob, type RunResult } from './run-job.server';
import { buildsOn, jobNames, schedule, type JobName } from './schedule';
import { latestSlot } from './slot';

type SlotResult =
  | RunResult
  /** A job that this one builds on has not ended its own slot. */
  | { state: 'waiting' }
  /** There was nothing to do, and nothing was recorded. */
  | { state: 'idle' };

/** Runs the slot that is due now, if nobody has; days on which nothing ran are caught up by it. */
export async function runDueSlot(
  context: Omit<JobContext, 'asOf'>,
  job: JobName,
): Promise<SlotResult> {
  const slot = latestSlot(schedule[job], context.now);
  if (slot === null) return { state: 'taken' };
  const asOf = context.now.toISOString().slice(0, 10);
  const { store, runner } = context;
  const isDone = await isIdle[job]?.({ ...context, asOf });
  if (isDone && !(await isLeftOpen(store.read, job, runner))) return { state: 'idle' };
  if (!(await haveEnded(context, buildsOn[job] ?? []))) return { state: 'waiting' };
  return runJob(context, job, { asOf, slot, origin: 'schedule' });
}

/**
 * Runs what is due of these jobs, in the order of the schedule, and names those to be asked for again soon: held by
 * another server, which may be dead, waiting for a job that they build on, or not begun because the store failed.
 */
export async function runDueJobs(
  context: Omit<JobContext, 'asOf'>,
  due: ReadonlySet<JobName>,
): Promise<{ again: JobName[]; failures: { job: JobName; error: string }[] }> {
  const again: JobName[] = [];
  const failures: { job: JobName; error: string }[] = [];
  const names = jobNames.filter((name) => due.has(name));
  for (const [at, job] of names.entries()) {
    if (context.stop?.aborted) break;
    try {
      const result = await runDueSlot(context, job);
      if (result.state === 'held' || result.state === 'waiting') again.push(job);
      if (result.state === 'failed') failures.push({ job, error: result.error });
    } catch (error) {
      failures.push({ job, error: error instanceof Error ? error.message : String(error) });
      if (storeFailure(error) !== null) return { again: [...again, ...names.slice(at)], failures };
    }
  }
  return { again, failures };
}

/** True where each of these jobs has ended the slot that is due, well or badly. */
async function haveEnded(
  { store, now }: Pick<JobContext, 'store' | 'now'>,
  names: readonly JobName[],
): Promise<boolean> {
  if (names.length === 0) return true;
  const due = new Map(names.map((name) => [name, latestSlot(schedule[name], now)]));
  const slots = [...due.values()].filter((slot) => slot !== null);
  const ended = await store.read
    .select({ job: jobRuns.job, slot: jobRuns.slot })
    .from(jobRuns)
    .where(
      and(
        inArray(jobRuns.job, [...names]),
        inArray(jobRuns.slot, slots),
        ne(jobRuns.state, 'running'),
      ),
    );
  return names.every(
    (name) =>
      due.get(name) === null ||
      ended.some(({ job, slot }) => job === name && slot === due.get(name)),
  );
}
