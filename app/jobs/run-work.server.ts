import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { machineClock } from '~/shared/clock';
import { isAbandoned } from '~/shared/runner.server';
import { untilWritten } from '~/shared/until-written.server';
import { storeFailure } from '~db/constraint';
import { work } from '~db/schema/jobs';
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

async function claimNext({ store, runner }: WorkContext): Promise<Work | null> {
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
  const end = await endOf(context, item);
  await untilWritten(`the end of work ${item.kind}`, () => save(context, item, end), context);
}

/** Does the piece and says how it ended; one over which the store failed waits to be begun again. */
async function endOf(context: WorkContext, item: Work): Promise<Partial<Work>> {
  const finishedAt = () => machineClock.now().toISOString();
  try {
    if (item.attempts > MOST_ATTEMPTS) throw new Error(GIVEN_UP);
    const handle = workKinds[item.kind as keyof typeof workKinds];
    const result = await handle(context, item, progressOf(context, item));
    return { state: 'done', result, finishedAt: finishedAt() };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.log(`work ${item.kind} failed: ${message}`);
    if (storeFailure(error) !== null && item.attempts < MOST_ATTEMPTS) return { state: 'waiting' };
    return { state: 'failed', error: message, finishedAt: finishedAt() };
  }
}

/** Tells the store now and then how far a piece has come; where it can't be told, nothing is lost. */
function progressOf(context: WorkContext, item: Work): Progress {
  let told = 0;
  return (done, total) => {
    const now = machineClock.now().getTime();
    if (now - told < TOLD_EVERY_MS) return;
    told = now;
    void save(context, item, { done, total }).catch(() => undefined);
  };
}

/** Changes a piece of work, unless another runner has taken it up meanwhile. */
async function save(
  { store, runner }: WorkContext,
  item: Work,
  change: Partial<Work>,
): Promise<void> {
  await store.transact(async (tx) => {
    await tx
      .update(work)
      .set(change)
      .where(and(eq(work.id, item.id), eq(work.claimedBy, runner)));
  });
}
