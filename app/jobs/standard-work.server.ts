import type { Act } from '~/auth/act';
import type { PortalContext } from '~/context';
import { applyStandard } from '~/contracts/apply-standard.server';
import { approveRun } from '~/contracts/approve-run.server';
import { addStandardTerm, changeStandardTerm } from '~/contracts/keep-standard.server';
import type { Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
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
