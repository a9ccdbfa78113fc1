import { and, eq, max } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import type { Store, Tx } from '~db/store.server';
import { gatherChanges, type AmendmentChange } from './amendment';
import { applyChanges, tryChanges } from './apply-changes.server';
import { isAgreedState } from './contract';
import { findContract, type Contract } from './contract-queries.server';

export type ChangeAgreement = {
  contractId: number;
  change: AmendmentChange;
  /** From when on the change shall hold, as its form said; a proposal is asked for the day again. */
  effectiveFrom: string | null;
  reason: string;
};

/**
 * Changes a draft at once; of an agreed contract the change is gathered in its open amendment, which somebody else
 * approves. What could not be applied is refused here already.
 */
export async function changeAgreement(
  store: Store,
  act: Act,
  input: ChangeAgreement,
): Promise<Outcome<{ amendmentId: number | null }>> {
  const { contractId, change } = input;
  const said = reasonText(input.reason, { field: 'reason', missing: null });
  if (!said.ok) return said;
  const reason = said.value;
  const changes = { contractId, changes: [change], effectiveFrom: null, reason };
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (!isAgreedState(contract.state)) {
      const applied = await applyChanges(store, act, changes);
      return applied.ok ? done({ amendmentId: null }) : applied;
    }
    if (change.kind === 'fields' && Object.keys(change.fields).length === 0)
      return refused('amendment_empty');
    const possible = await tryChanges(store, act, changes);
    if (!possible.ok) return possible;
    return done({ amendmentId: await gather(tx, act, contract, { ...input, reason }) });
  });
}

async function gather(
  tx: Tx,
  act: Act,
  contract: Contract,
  { change, effectiveFrom, reason }: ChangeAgreement,
): Promise<number> {
  const [open] = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.contractId, contract.id), eq(amendments.state, 'draft')));
  const changes = gatherChanges(open?.changes ?? [], change);
  const amendmentId = open?.id ?? (await beginAmendment(tx, act, contract.id));
  await tx
    .update(amendments)
    .set({
      changes,
      effectiveFrom: effectiveFrom ?? open?.effectiveFrom ?? null,
      reason: reason || (open?.reason ?? null),
    })
    .where(eq(amendments.id, amendmentId));
  await record(tx, act, {
    action: 'amendment.gathered',
    entity: 'amendment',
    entityId: amendmentId,
    vendorId: contract.vendorId,
    after: { change, effectiveFrom, reason },
  });
  return amendmentId;
}

/** Begins an amendment without changes; answers with its id. */
export async function beginAmendment(tx: Tx, act: Act, contractId: number): Promise<number> {
  const [last] = await tx
    .select({ number: max(amendments.number) })
    .from(amendments)
    .where(eq(amendments.contractId, contractId));
  const [begun] = await tx
    .insert(amendments)
    .values({
      contractId,
      number: Number(last?.number ?? 0) + 1,
      state: 'draft',
      changes: [],
      createdAt: act.now.toISOString(),
    })
    .returning({ id: amendments.id });
  if (!begun) throw new Error('an amendment was not stored');
  return begun.id;
}
