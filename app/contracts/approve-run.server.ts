import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { standardRunContracts } from '~db/schema/standards';
import type { Store } from '~db/store.server';
import { approveAmendment } from './decide-amendment.server';
import { noteRun } from './run-standard.server';
import { contractsOfRun, findRun } from './standard-queries.server';

type RunOf = { standardId: number; runId: number };

/** Somebody else than who asked for a run approves all that it proposed, in one go; the amendments are then applied one by one. */
export async function approveRun(
  store: Store,
  act: Act,
  { standardId, runId }: RunOf,
): Promise<Outcome<{ runId: number }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('standards', 'id', standardId);
    const run = await findRun(tx, standardId, runId);
    if (!run) return refused('not_found');
    if (run.createdBy === personIdOf(act)) return refused('approval_own');
    // Whoever reaches a part of the contracts approves that part.
    const within = (await contractsOfRun(tx, act.scope, runId)).map(({ contractId }) => contractId);
    if (within.length === 0) return refused('amendment_not_proposed');
    const approved = await tx
      .update(standardRunContracts)
      .set({ state: 'waiting' })
      .where(
        and(
          eq(standardRunContracts.runId, runId),
          eq(standardRunContracts.state, 'proposed'),
          inArray(standardRunContracts.contractId, within),
        ),
      )
      .returning({ contractId: standardRunContracts.contractId });
    if (approved.length === 0) return refused('amendment_not_proposed');
    await record(tx, act, {
      action: 'standard.run_approved',
      entity: 'standard',
      entityId: standardId,
      after: { runId, contracts: approved.map(({ contractId }) => contractId) },
    });
    return done({ runId });
  });
}

/** Applies the amendments of a run that were approved together, each by itself; one that can't be applied says why. */
export async function applyApproved(
  store: Store,
  act: Act,
  runId: number,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ contracts: number; refused: number }> {
  const rows = await store.read
    .select()
    .from(standardRunContracts)
    .where(
      and(
        eq(standardRunContracts.runId, runId),
        eq(standardRunContracts.state, 'waiting'),
        isNotNull(standardRunContracts.amendmentId),
      ),
    );
  let refusals = 0;
  for (const [index, { contractId, amendmentId }] of rows.entries()) {
    const outcome = await approveAmendment(store, act, {
      contractId,
      amendmentId: amendmentId ?? 0,
    });
    if (!outcome.ok) {
      refusals += 1;
      const { code, params = {} } = outcome.fields?.[0] ?? outcome.reason;
      await store.transact((tx) =>
        noteRun(tx, runId, contractId, { state: 'refused', refusal: { code, params } }),
      );
    }
    progress(index + 1, rows.length);
  }
  return { contracts: rows.length, refused: refusals };
}
