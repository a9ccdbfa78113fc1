import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { isDate } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import type { Store, Tx } from '~db/store.server';
import type { AmendmentChange } from './amendment';
import { findAmendment, type Amendment } from './amendment-queries.server';
import { tryChanges } from './apply-changes.server';
import { findContract, type Contract } from './contract-queries.server';
import { beginAmendment } from './gather-change.server';

export type ProposeAmendment = {
  contractId: number;
  amendmentId: number;
  /** The first day of the change; one in the past evaluates its months again. */
  effectiveFrom: string;
  reason: string;
};

/** Puts what was gathered to somebody else to decide, effective from a day. */
export async function proposeAmendment(
  store: Store,
  act: Act,
  { contractId, amendmentId, effectiveFrom, reason: typed }: ProposeAmendment,
): Promise<Outcome> {
  if (!isDate(effectiveFrom)) return refused('not_a_date', {}, 'effectiveFrom');
  const said = reasonText(typed, { field: 'reason' });
  if (!said.ok) return said;
  const reason = said.value;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    const amendment = await findAmendment(tx, act.scope, contractId, amendmentId);
    if (!contract || !amendment) return refused('not_found');
    if (amendment.state !== 'draft') return refused('amendment_not_draft');
    const { changes } = amendment;
    if (changes.length === 0) return refused('amendment_empty');
    const possible = await tryChanges(store, act, { contractId, changes, effectiveFrom, reason });
    if (!possible.ok) return possible;
    const proposed = { ...amendment, effectiveFrom, reason };
    await putToOthers(tx, act, contract, proposed);
    await announce(tx, act, contract, proposed);
    return done();
  });
}

/** Proposes changes that were not gathered before, as an amendment of their own; refused where they can't be applied. */
export async function proposeChanges(
  store: Store,
  act: Act,
  proposed: NewProposal,
): Promise<Outcome<{ amendmentId: number }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', proposed.contractId);
    const possible = await tryChanges(store, act, proposed);
    if (!possible.ok) return possible;
    const put = await putForward(tx, act, proposed);
    if (put.ok) await announce(tx, act, put.value.contract, put.value);
    return put.ok ? done({ amendmentId: put.value.id }) : put;
  });
}

export type NewProposal = Proposed & { contractId: number };

/** The same for changes that were tried before, without telling anybody. */
export async function putForward(
  tx: Tx,
  act: Act,
  { contractId, ...proposed }: NewProposal,
): Promise<Outcome<Amendment & Proposed & { contract: Contract }>> {
  await tx.lockRow('contracts', 'id', contractId);
  const contract = await findContract(tx, act.scope, contractId);
  if (!contract) return refused('not_found');
  const amendmentId = await beginAmendment(tx, act, contractId);
  const amendment = await findAmendment(tx, act.scope, contractId, amendmentId);
  if (!amendment) return refused('not_found');
  await putToOthers(tx, act, contract, { ...amendment, ...proposed });
  return done({ ...amendment, ...proposed, contract });
}

type Proposed = { changes: AmendmentChange[]; effectiveFrom: string; reason: string };

/** Marks an amendment as proposed. */
async function putToOthers(
  tx: Tx,
  act: Act,
  contract: Contract,
  { id: amendmentId, changes, effectiveFrom, reason }: Amendment & Proposed,
): Promise<void> {
  const { actor } = act;
  const proposed = {
    ...{ state: 'proposed' as const, changes, effectiveFrom, reason },
    proposedBy: personIdOf(act),
    proposedByName: actor.kind === 'person' ? actor.name : actor.kind,
    proposedAt: act.now.toISOString(),
  };
  await tx.update(amendments).set(proposed).where(eq(amendments.id, amendmentId));
  await record(tx, act, {
    action: 'amendment.proposed',
    entity: 'amendment',
    entityId: amendmentId,
    vendorId: contract.vendorId,
    after: { effectiveFrom, reason, changes },
  });
}

/** Tells those who may decide on an amendment. */
async function announce(
  tx: Tx,
  act: Act,
  contract: Contract,
  { id: amendmentId, number, effectiveFrom, reason }: Amendment & Proposed,
): Promise<void> {
  const deciders = [
    ...(await insiderRecipients(tx, 'procurement', contract.vendorId)),
    ...(await insiderRecipients(tx, 'manager', contract.vendorId)),
  ].filter(({ personId }) => personId !== personIdOf(act));
  await queueMail(tx, act, deciders, {
    template: 'amendmentProposed',
    params: {
      contract: contract.number,
      vendor: contract.vendorName,
      number,
      date: effectiveFrom,
      reason,
      link: `/contracts/${contract.id}/amendments/${amendmentId}`,
    },
    vendorId: contract.vendorId,
  });
}
