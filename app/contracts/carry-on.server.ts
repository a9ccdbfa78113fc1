import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { findContract } from './contract-queries.server';
import { markStale } from './mark-stale.server';
import { mayRenew } from './renewal-step';
import { writeStep } from './write-step.server';

/** Lets a contract run on to a new end, as its renewal was agreed. */
export async function carryOn(
  store: Store,
  act: Act,
  { contractId, ends, reason }: { contractId: number; ends: string; reason: string },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    const may = mayRenew(contract, ends);
    if (!may.ok) return may;
    const change = { endsOn: ends };
    await writeStep(tx, act, contract, { step: 'renewed', remarks: reason, change });
    await markStale(tx, [contractId]);
    return done();
  });
}
