import { and, eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import { refused, type Outcome } from '~/shared/outcome';
import { amendments } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
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
  if (reason.trim() === '') return refused('required', {}, 'reason');
  const contract = await findContract(store.read, act.scope, contractId);
  if (!contract) return refused('not_found');
  const may = mayRenew(contract, ends);
  if (!may.ok) return may;
  const proposed = await store.read
    .select({ changes: amendments.changes })
    .from(amendments)
    .where(and(eq(amendments.contractId, contractId), eq(amendments.state, 'proposed')));
  if (proposed.some(({ changes }) => changes.some(({ kind }) => kind === 'renewed')))
    return refused('renewal_proposed');
  return proposeChanges(store, act, {
    ...{ contractId, reason },
    changes: [{ kind: 'renewed', ends }],
    effectiveFrom: addDays(contract.endsOn ?? ends, 1),
  });
}
