import { and, eq, ne } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { isAbandoned, type Runner } from '~/shared/runner.server';
import { untilWritten } from '~/shared/until-written.server';
import { jobRuns } from '~db/schema/jobs';
import type { Reader, Tx } from '~db/store.server';
import { jobs, type JobContext } from './jobs.server';
import { INTERRUPTED, type JobCounts, type JobName } from './schedule';

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
  | { state: 'held' };

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
  await untilWritten(`the end of job ${job}`, () => finish(context, runId, end), context);
  return outcome;
}

type RunOutcome = Extract<RunResult, { state: 'done' | 'failed' }>;

async function outcomeOf(run: () => Promise<JobCounts>): Promise<RunOutcome> {
  try {
    return { state: 'done', counts: await run() };
  } catch (error) {
    return { state: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
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
    const claimed = fresh ?? (await takeUp(tx, run));
    if (claimed) await endInterrupted(tx, job, claimed.id, runner);
    return claimed?.id ?? null;
  });
}

/** The slot that a dead runner had begun, for the one that begins it again. */
async function takeUp(tx: Tx, run: typeof jobRuns.$inferInsert & { claimedBy: Runner }) {
  const begun = and(eq(jobRuns.slot, run.slot), openRuns(tx, run.job, run.claimedBy));
  const [again] = await tx.update(jobRuns).set(run).where(begun).returning({ id: jobRuns.id });
  return again;
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
    .where(and(ne(jobRuns.id, runId), openRuns(tx, job, runner)));
}

/** Runs of the job that nobody is at any more, and that have no end. */
function openRuns(reader: Reader, job: string, runner: Runner) {
  return and(
    eq(jobRuns.job, job),
    eq(jobRuns.state, 'running'),
    isAbandoned(reader, jobRuns.claimedBy, runner),
  );
}

/** True where a run of the job died with its runner: the next one ends it, also where nothing else is to be done. */
export async function isLeftOpen(reader: Reader, job: JobName, runner: Runner): Promise<boolean> {
  return (await reader.$count(jobRuns, openRuns(reader, job, runner))) > 0;
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
