import { and, eq, ne } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { isAbandoned, type Runner } from '~/shared/runner.server';
import { jobRuns } from '~db/schema/jobs';
import type { Store, Tx } from '~db/store.server';
import { isIdle, jobs, type JobContext } from './jobs.server';
import { schedule, type JobCounts, type JobName } from './schedule';
import { latestSlot } from './slot';

/** What the row of a run says that died with its runner and was not taken up, because a later slot has done its work. */
const INTERRUPTED = 'interrupted';

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
  /** Another server or an earlier call has this slot. */
  | { state: 'taken' }
  /** There was nothing to do, and nothing was recorded. */
  | { state: 'idle' };

/** Runs a job's slot once: whoever writes the slot's row runs it, and the row says what it did and for how long. */
export async function runJob(
  context: Omit<JobContext, 'asOf'>,
  job: JobName,
  request: RunRequest,
): Promise<RunResult> {
  const { store } = context;
  const runId = await claimSlot(context, job, request);
  if (runId === null) return { state: 'taken' };
  const started = machineClock.now();
  try {
    const counts = await jobs[job]({ ...context, asOf: request.asOf });
    await finish(store, runId, started, { state: 'done', counts });
    return { state: 'done', counts };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await finish(store, runId, started, { state: 'failed', error: message });
    return { state: 'failed', error: message };
  }
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
  return runJob(context, job, { asOf, slot, origin: 'schedule' });
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
    heartbeatAt: at,
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

async function finish(
  store: Store,
  runId: number,
  started: Date,
  outcome: { state: 'done'; counts: JobCounts } | { state: 'failed'; error: string },
): Promise<void> {
  const now = machineClock.now();
  await store.transact(async (tx) => {
    await tx
      .update(jobRuns)
      .set({
        ...outcome,
        finishedAt: now.toISOString(),
        milliseconds: now.getTime() - started.getTime(),
      })
      .where(eq(jobRuns.id, runId));
  });
}
