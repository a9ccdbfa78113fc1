import { and, eq, inArray, ne } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { isAbandoned, type Runner } from '~/shared/runner.server';
import { untilWritten } from '~/shared/until-written.server';
import { storeFailure } from '~db/constraint';
import { jobRuns } from '~db/schema/jobs';
import type { Reader, Tx } from '~db/store.server';
import { isIdle, jobs, type JobContext } from './jobs.server';
import {
  buildsOn,
  INTERRUPTED,
  jobNames,
  schedule,
  type JobCounts,
  type JobName,
} from './schedule';
import { latestSlot } from './slot';

export type RunRequest = {
  /** The day whose end the job looks back from, `YYYY-MM-DD`. */
  asOf: string;
  slot: string;
  origin: 'schedule' | 'hand' | 'command' | 'demo';
  personId?: number | null;
};

export type RunResult =
  | { state: 'done'; counts: JobCounts }
  | { state: 'failed'; error: string }
  /** Another server or an earlier call has run this slot. */
  | { state: 'taken' }
  /** Another server runs this slot, or died over it and is not given up yet. */
  | { state: 'held' }
  /** A job that this one builds on has not ended its own slot. */
  | { state: 'waiting' }
  /** There was nothing to do, and nothing was recorded. */
  | { state: 'idle' };

/** Runs a job's slot once: whoever writes the slot's row runs it, and the row says what it did and for how long. */
export async function runJob(
  context: Omit<JobContext, 'asOf'>,
  job: JobName,
  request: RunRequest,
): Promise<RunResult> {
  const runId = await claimSlot(context, job, request);
  if (runId === null) return { state: await takenOrHeld(context.store.read, job, request.slot) };
  const started = machineClock.now();
  const outcome = await outcomeOf(() => jobs[job]({ ...context, asOf: request.asOf }));
  const end = { error: null, ...outcome, ...timesSince(started) };
  await untilWritten(() => finish(context, runId, end), context.stop);
  return outcome;
}

type RunOutcome = Extract<RunResult, { state: 'done' | 'failed' }>;

async function outcomeOf(run: () => Promise<JobCounts>): Promise<RunOutcome> {
  try {
    return { state: 'done', counts: await run() };
  } catch (error) {
    return { state: 'failed', error: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs the slot that is due now, if nobody has; days on which nothing ran are caught up by it. */
export async function runDueSlot(
  context: Omit<JobContext, 'asOf'>,
  job: JobName,
): Promise<RunResult> {
  const slot = latestSlot(schedule[job], context.now);
  if (slot === null) return { state: 'taken' };
  const asOf = context.now.toISOString().slice(0, 10);
  if (await isIdle[job]?.({ ...context, asOf })) return { state: 'idle' };
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
      failures.push({ job, error: messageOf(error) });
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

async function takenOrHeld(reader: Reader, job: JobName, slot: string): Promise<'taken' | 'held'> {
  const running = and(eq(jobRuns.job, job), eq(jobRuns.slot, slot), eq(jobRuns.state, 'running'));
  return (await reader.$count(jobRuns, running)) > 0 ? 'held' : 'taken';
}

async function claimSlot(
  { store, runner }: Pick<JobContext, 'store' | 'runner'>,
  job: JobName,
  { slot, asOf, origin, personId }: RunRequest,
): Promise<number | null> {
  const at = machineClock.now().toISOString();
  const run = {
    job,
    slot,
    asOf,
    origin,
    personId: personId ?? null,
    state: 'running' as const,
    startedAt: at,
    claimedBy: runner,
    finishedAt: null,
    error: null,
  };
  return store.transact(async (tx) => {
    const [fresh] = await tx
      .insert(jobRuns)
      .values(run)
      .onConflictDoNothing()
      .returning({ id: jobRuns.id });
    if (fresh) {
      await endInterrupted(tx, job, fresh.id, runner);
      return fresh.id;
    }
    const [again] = await tx
      .update(jobRuns)
      .set(run)
      .where(
        and(
          eq(jobRuns.job, job),
          eq(jobRuns.slot, slot),
          eq(jobRuns.state, 'running'),
          isAbandoned(tx, jobRuns.claimedBy, runner),
        ),
      )
      .returning({ id: jobRuns.id });
    return again?.id ?? null;
  });
}

/** Earlier runs of the job that died with their runner: this one looks back over what they left. */
async function endInterrupted(tx: Tx, job: JobName, runId: number, runner: Runner): Promise<void> {
  await tx
    .update(jobRuns)
    .set({
      state: 'failed',
      error: INTERRUPTED,
      finishedAt: machineClock.now().toISOString(),
    })
    .where(
      and(
        eq(jobRuns.job, job),
        eq(jobRuns.state, 'running'),
        ne(jobRuns.id, runId),
        isAbandoned(tx, jobRuns.claimedBy, runner),
      ),
    );
}

type RunEnd = RunOutcome & ReturnType<typeof timesSince>;

function timesSince(started: Date) {
  const now = machineClock.now();
  return {
    finishedAt: now.toISOString(),
    milliseconds: now.getTime() - started.getTime(),
  };
}

/** Writes the end of a run, unless another runner has taken its slot up meanwhile. */
async function finish(
  { store, runner }: Pick<JobContext, 'store' | 'runner'>,
  runId: number,
  end: RunEnd,
): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(jobRuns)
      .set(end)
      .where(and(eq(jobRuns.id, runId), eq(jobRuns.claimedBy, runner)));
  });
}
