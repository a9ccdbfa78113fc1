import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import type { Store, Tx } from '~db/store.server';
import { findContract } from './contract-queries.server';
import { proposeChanges } from './propose-amendment.server';
import { mayRenew } from './renewal-step';

export type RenewContract = {
  contractId: number;
  /** The last day of the term that is added. */
  ends: string;
  reason: string;
};

/**
 * Puts the renewal of a contract by agreement to somebody else: once approved it runs on from the day after its end to the
 * new one. What was gathered for another amendment is left aside.
 */
export async function renewContract(
  store: Store,
  act: Act,
  { contractId, ends, reason }: RenewContract,
): Promise<Outcome<{ amendmentId: number }>> {
  const said = reasonText(reason, { field: 'reason' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    const may = mayRenew(contract, ends);
    if (!may.ok) return may;
    if (await isRenewalOpen(tx, contractId)) return refused('renewal_proposed');
    return proposeChanges(store, act, {
      ...{ contractId, reason: said.value },
      changes: [{ kind: 'renewed', ends }],
      effectiveFrom: addDays(contract.endsOn ?? ends, 1),
    });
  });
}

/** Whether a renewal of the contract waits for somebody else to decide: there is one at a time. */
async function isRenewalOpen(tx: Tx, contractId: number): Promise<boolean> {
  const proposed = await tx
    .select({ changes: amendments.changes })
    .from(amendments)
    .where(and(eq(amendments.contractId, contractId), eq(amendments.state, 'proposed')));
  return proposed.some(({ changes }) => changes.some(({ kind }) => kind === 'renewed'));
}
