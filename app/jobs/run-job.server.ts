import { and, eq, lt } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { isIdle, jobs, type JobContext } from './jobs.server';
import { schedule, type JobCounts, type JobName } from './schedule';
import { latestSlot } from './slot';

/** A run without a sign of life for so long has died with its server. */
const LOST_AFTER_MS = 10 * 60_000;
const HEARTBEAT_MS = 30_000;

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
  const runId = await claimSlot(store, job, request);
  if (runId === null) return { state: 'taken' };
  const started = machineClock.now();
  const heartbeat = setInterval(() => void beat(store, runId).catch(() => undefined), HEARTBEAT_MS);
  try {
    const counts = await jobs[job]({ ...context, asOf: request.asOf });
    await finish(store, runId, started, { state: 'done', counts });
    return { state: 'done', counts };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await finish(store, runId, started, { state: 'failed', error: message });
    return { state: 'failed', error: message };
  } finally {
    clearInterval(heartbeat);
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
  store: Store,
  job: JobName,
  { slot, asOf, origin, personId }: RunRequest,
): Promise<number | null> {
  const now = machineClock.now();
  const at = now.toISOString();
  const lost = new Date(now.getTime() - LOST_AFTER_MS).toISOString();
  const run = {
    job,
    slot,
    asOf,
    origin,
    personId: personId ?? null,
    state: 'running' as const,
    startedAt: at,
    heartbeatAt: at,
    finishedAt: null,
    error: null,
  };
  return store.transact(async (tx) => {
    const [fresh] = await tx
      .insert(jobRuns)
      .values(run)
      .onConflictDoNothing()
      .returning({ id: jobRuns.id });
    if (fresh) return fresh.id;
    const [again] = await tx
      .update(jobRuns)
      .set(run)
      .where(
        and(
          eq(jobRuns.job, job),
          eq(jobRuns.slot, slot),
          eq(jobRuns.state, 'running'),
          lt(jobRuns.heartbeatAt, lost),
        ),
      )
      .returning({ id: jobRuns.id });
    return again?.id ?? null;
  });
}

async function beat(store: Store, runId: number): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(jobRuns)
      .set({ heartbeatAt: machineClock.now().toISOString() })
      .where(eq(jobRuns.id, runId));
  });
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
