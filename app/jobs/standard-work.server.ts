import { and, eq, inArray } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import { applyStandard } from '~/contracts/apply-standard.server';
import { approveRun } from '~/contracts/approve-run.server';
import { contractsLeft } from '~/contracts/run-standard.server';
import { findRun } from '~/contracts/standard-queries.server';
import { addStandardTerm, changeStandardTerm } from '~/contracts/keep-standard.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { work } from '~db/schema/jobs';
import type { Reader, Store } from '~db/store.server';
import { queueWork } from './queue-work.server';

type Portal = Pick<PortalContext, 'store' | 'wakeWorker'>;

/** Applies a standard to contracts in the background. */
export function applyInBackground(
  portal: Portal,
  act: Act,
  ...rest: [Parameters<typeof applyStandard>[2], unknown]
) {
  return thenRun(portal, act, (store) => applyStandard(store, act, ...rest));
}

/** Adds a term to a standard and carries it to who follows it. */
export function addAndCarry(
  portal: Portal,
  act: Act,
  input: Parameters<typeof addStandardTerm>[2],
) {
  return thenRun(portal, act, (store) => addStandardTerm(store, act, input));
}

/** Changes a term of a standard and carries it to who inherits it there. */
export function changeAndCarry(
  portal: Portal,
  act: Act,
  input: Parameters<typeof changeStandardTerm>[2],
) {
  return thenRun(portal, act, (store) => changeStandardTerm(store, act, input));
}

/** Approves all that a run proposed; the amendments are applied in the background. */
export function approveInBackground(
  portal: Portal,
  act: Act,
  input: Parameters<typeof approveRun>[2],
) {
  return thenRun(portal, act, (store) => approveRun(store, act, input), 'approve-standard');
}

/** Whether a worker goes through the contracts of a run, or is about to. */
export async function isUnderWay(reader: Reader, runId: number): Promise<boolean> {
  return (await workOfRun(reader, runId, ['waiting', 'running'])).length > 0;
}

/**
 * Begins a run again that broke off with contracts left waiting, in the name of whoever asked for it or approved it; what was
 * done stays.
 */
export async function resumeRun(
  { store, wakeWorker }: Portal,
  act: Act,
  { standardId, runId }: { standardId: number; runId: number },
): Promise<Outcome<{ runId: number }>> {
  const outcome = await store.transact(async (tx) => {
    await tx.lockRow('standards', 'id', standardId);
    const run = await findRun(tx, standardId, runId);
    if (!run) return refused('not_found');
    const broken = await workOfRun(tx, runId, ['failed']);
    const left = await contractsLeft(tx, runId);
    if (broken.length === 0 || left.length === 0 || (await isUnderWay(tx, runId)))
      return refused('run_not_broken_off');
    await tx
      .update(work)
      .set({ state: 'waiting', attempts: 0, error: null, finishedAt: null })
      .where(and(inArray(work.id, broken), eq(work.state, 'failed')));
    await record(tx, act, {
      action: 'standard.run_resumed',
      entity: 'standard',
      entityId: standardId,
      after: { runId, contracts: left },
    });
    return done({ runId });
  });
  wakeWorker();
  return outcome;
}

async function workOfRun(
  reader: Reader,
  runId: number,
  states: (typeof work.$inferSelect)['state'][],
): Promise<number[]> {
  const rows = await reader
    .select({ id: work.id, input: work.input })
    .from(work)
    .where(
      and(inArray(work.state, states), inArray(work.kind, ['run-standard', 'approve-standard'])),
    );
  return rows.filter(({ input }) => input['runId'] === runId).map(({ id }) => id);
}

async function thenRun<T extends { runId: number | null }>(
  { store, wakeWorker }: Portal,
  act: Act,
  verb: (store: Store) => Promise<Outcome<T>>,
  kind: 'run-standard' | 'approve-standard' = 'run-standard',
): Promise<Outcome<T>> {
  const outcome = await store.transact(async (tx) => {
    const result = await verb(store);
    if (result.ok && result.value.runId !== null)
      await queueWork(tx, act, kind, { runId: result.value.runId });
    return result;
  });
  wakeWorker();
  return outcome;
}
