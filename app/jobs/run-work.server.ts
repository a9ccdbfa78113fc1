import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { isAbandoned, type Runner } from '~/shared/runner.server';
import { work } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import type { Progress } from './work';
import { workKinds, type WorkContext } from './work-kinds.server';

const TOLD_EVERY_MS = 500;
/** Work that was begun so often and never ended takes its worker along: it is given up. */
const MOST_ATTEMPTS = 5;
const GIVEN_UP = `begun ${MOST_ATTEMPTS} times and never ended`;

type Work = typeof work.$inferSelect;

/** Does what waits, one after the other, until nothing does; what died with its worker is begun again. */
export async function runWaitingWork(
  context: WorkContext,
  stopped: () => boolean,
): Promise<number> {
  let count = 0;
  while (!stopped()) {
    const next = await claimNext(context);
    if (!next) break;
    await runOne(context, next);
    count += 1;
  }
  return count;
}

/** When something of the same vendor was last done: vendors take turns, so that one that asks for much waits for itself. */
const servedAt = sql`coalesce(
  (select max(served.finished_at) from work served where served.vendor_id = ${work.vendorId}), '')`;

async function claimNext({
  store,
  runner,
}: {
  store: Store;
  runner: Runner;
}): Promise<Work | null> {
  return store.transact(async (tx) => {
    const claimable = and(
      // What a newer server asked for and this one does not know waits for one that does.
      inArray(work.kind, Object.keys(workKinds)),
      or(
        eq(work.state, 'waiting'),
        and(eq(work.state, 'running'), isAbandoned(tx, work.claimedBy, runner)),
      ),
    );
    const [next] = await tx
      .select({ id: work.id })
      .from(work)
      .where(claimable)
      .orderBy(asc(servedAt), asc(work.createdAt))
      .limit(1);
    if (!next) return null;
    const [claimed] = await tx
      .update(work)
      .set({
        state: 'running',
        claimedBy: runner,
        attempts: sql`${work.attempts} + 1`,
        done: 0,
      })
      .where(and(eq(work.id, next.id), claimable))
      .returning();
    return claimed ?? null;
  });
}

async function runOne(context: WorkContext, item: Work): Promise<void> {
  const { store, runner } = context;
  let told = 0;
  let done = 0;
  let total: number | null = null;
  const save = (change: Partial<Work>) =>
    store.transact(async (tx) => {
      await tx
        .update(work)
        .set(change)
        .where(and(eq(work.id, item.id), eq(work.claimedBy, runner)));
    });
  const tell = () => {
    told = machineClock.now().getTime();
    void save({ done, total }).catch(() => undefined);
  };
  const progress: Progress = (nowDone, nowTotal) => {
    done = nowDone;
    total = nowTotal;
    if (machineClock.now().getTime() - told >= TOLD_EVERY_MS) tell();
  };
  try {
    if (item.attempts > MOST_ATTEMPTS) throw new Error(GIVEN_UP);
    const result = await workKinds[item.kind as keyof typeof workKinds](context, item, progress);
    await save({ state: 'done', result, finishedAt: machineClock.now().toISOString() });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.log(`work ${item.kind} failed: ${message}`);
    await save({ state: 'failed', error: message, finishedAt: machineClock.now().toISOString() });
  }
}
