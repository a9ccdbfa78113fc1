import { and, gte, lt, lte, sql, type Column, type SQL } from 'drizzle-orm';
import { randomId } from '~db/columns';
import { runners } from '~db/schema/jobs';
import type { Reader, Store } from '~db/store.server';
import { machineClock } from './clock';

/**
 * Whoever takes up jobs, work and letters: a worker thread or a command. What it takes bears its key; while it shows
 * life nobody else takes the same.
 */
export type Runner = number;

/** How long a runner's silence lasts until others take up what it held (`LEASE_SECONDS`). */
const DEFAULT_LEASE_MS = 20_000;
/** How far the clocks of two servers may differ; a sign of life from later than this was given before the clock was set back. */
const CLOCKS_DIFFER_MS = 60_000;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

export const newRunner: () => Runner = randomId;

function leaseMs(): number {
  const seconds = Number(process.env['LEASE_SECONDS']);
  return seconds > 0 ? seconds * 1000 : DEFAULT_LEASE_MS;
}

/** Says that the runner lives, for one lease from now. */
export async function showLife(store: Store, runner: Runner): Promise<void> {
  const now = machineClock.now().getTime();
  const life = { seenAt: instantAt(now), aliveUntil: instantAt(now + leaseMs()) };
  await store.transact(async (tx) => {
    await tx
      .insert(runners)
      .values({ id: runner, ...life })
      .onConflictDoUpdate({ target: runners.id, set: life });
    await tx.delete(runners).where(lt(runners.aliveUntil, instantAt(now - FORGOTTEN_AFTER_MS)));
  });
}

/** Shows life again and again until it is told to stop; a store that does not answer is asked again. */
export function keepAlive(store: Store, runner: Runner): () => void {
  const beat = () => void showLife(store, runner).catch(() => undefined);
  const timer = setInterval(beat, leaseMs() / 4);
  return () => clearInterval(timer);
}

/** What the runner still held may be taken up at once. */
export async function endRunner(store: Store, runner: Runner): Promise<void> {
  await store.transact(async (tx) => {
    await tx.delete(runners).where(sql`${runners.id} = ${runner}`);
  });
}

/** Lends a runner to one piece of work, such as a command. */
export async function withRunner<T>(store: Store, use: (runner: Runner) => Promise<T>): Promise<T> {
  const runner = newRunner();
  await showLife(store, runner);
  const stop = keepAlive(store, runner);
  try {
    return await use(runner);
  } finally {
    stop();
    // What came of the work is told either way: where this can't be written, the lease ends by itself.
    await endRunner(store, runner).catch(() => undefined);
  }
}

/**
 * True of what was taken and is held by nobody now: its runner is gone or silent, or it is the asker itself, which does
 * one thing after the other and so left it behind.
 */
export function isAbandoned(reader: Reader, claimedBy: Column, asker: Runner): SQL {
  const now = machineClock.now().getTime();
  const living = reader
    .select({ id: runners.id })
    .from(runners)
    .where(
      and(
        gte(runners.aliveUntil, instantAt(now)),
        lte(runners.seenAt, instantAt(now + CLOCKS_DIFFER_MS)),
      ),
    );
  return sql`(${claimedBy} is null or ${claimedBy} = ${asker} or ${claimedBy} not in ${living})`;
}

function instantAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
