import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import { standardRunContracts } from '~db/schema/standards';
import type { Store, Tx } from '~db/store.server';
import { mayDecide, type AmendmentState } from './amendment';
import { findAmendment, type Amendment } from './amendment-queries.server';
import { applyChanges } from './apply-changes.server';
import { findContract } from './contract-queries.server';
import { keepFirstVersion, keepVersion } from './keep-version.server';
import { tellProposer } from './step-letters.server';

export type AmendmentOf = { contractId: number; amendmentId: number };

/** Approves what somebody else proposed: the contract says it from its day on, and the version before stays readable. */
export async function approveAmendment(
  store: Store,
  act: Act,
  { contractId, amendmentId }: AmendmentOf,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const amendment = await findAmendment(tx, act.scope, contractId, amendmentId);
    if (!contract || !amendment) return refused('not_found');
    const may = mayDecide(amendment, personIdOf(act));
    if (!may.ok) return may;
    const { changes, effectiveFrom, reason } = amendment;
    await keepFirstVersion(tx, act, contract);
    const applied = await applyChanges(store, act, {
      ...{ contractId, changes, effectiveFrom, reason: reason ?? '' },
    });
    if (!applied.ok) return applied;
    const after = await findContract(tx, act.scope, contractId);
    if (after)
      await keepVersion(tx, act, after, {
        ...{ effectiveFrom: effectiveFrom ?? contract.startsOn, reason, amendmentId },
      });
    await settle(tx, act, amendment, contract.vendorId, 'approved', null);
    await tellProposer(tx, act, contract, amendment, { state: 'approved', remarks: null });
    return done();
  });
}

/** Turns a proposed amendment down, with why. */
export async function rejectAmendment(
  store: Store,
  act: Act,
  { contractId, amendmentId, remarks }: AmendmentOf & { remarks: string },
): Promise<Outcome> {
  const said = reasonText(remarks, { field: 'remarks' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const amendment = await findAmendment(tx, act.scope, contractId, amendmentId);
    if (!contract || !amendment) return refused('not_found');
    const may = mayDecide(amendment, personIdOf(act));
    if (!may.ok) return may;
    await settle(tx, act, amendment, contract.vendorId, 'rejected', said.value);
    const told = { state: 'rejected', remarks: said.value } as const;
    await tellProposer(tx, act, contract, amendment, told);
    return done();
  });
}

/** Takes an amendment back before anybody decided on it. */
export async function withdrawAmendment(
  store: Store,
  act: Act,
  { contractId, amendmentId }: AmendmentOf,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const amendment = await findAmendment(tx, act.scope, contractId, amendmentId);
    if (!contract || !amendment) return refused('not_found');
    if (amendment.state !== 'draft' && amendment.state !== 'proposed')
      return refused('amendment_decided');
    await settle(tx, act, amendment, contract.vendorId, 'withdrawn', null);
    return done();
  });
}

async function settle(
  tx: Tx,
  act: Act,
  amendment: Amendment,
  vendorId: number,
  state: AmendmentState,
  remarks: string | null,
): Promise<void> {
  const { actor } = act;
  await tx
    .update(amendments)
    .set({
      state,
      remarks,
      decidedBy: personIdOf(act),
      decidedByName: actor.kind === 'person' ? actor.name : actor.kind,
      decidedAt: act.now.toISOString(),
    })
    .where(eq(amendments.id, amendment.id));
  await noteDecision(tx, amendment, state);
  await record(tx, act, {
    action: `amendment.${state}`,
    entity: 'amendment',
    entityId: amendment.id,
    vendorId,
    before: { state: amendment.state },
    after: { state, ...(remarks !== null && { reason: remarks }) },
  });
}

/** A standard's run is told how the amendment that it proposed was decided. */
async function noteDecision(tx: Tx, { id, changes }: Amendment, state: AmendmentState) {
  if (!changes.some(({ kind }) => kind === 'standard')) return;
  const code = state === 'rejected' ? 'standard_rejected' : 'standard_withdrawn';
  await tx
    .update(standardRunContracts)
    .set(
      state === 'approved'
        ? { state: 'done', refusal: null }
        : { state: 'refused', refusal: { code } },
    )
    .where(eq(standardRunContracts.amendmentId, id));
}
