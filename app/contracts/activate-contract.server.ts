import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import { contracts } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { findContract } from './contract-queries.server';
import { vendorByCode } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { activateVendor } from './write-contract.server';

/** A draft is agreed: it holds from its first day on. */
export async function activateContract(
  store: Store,
  act: Act,
  contractId: number,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'draft') return refused('contract_not_draft');
    await tx.update(contracts).set({ state: 'active' }).where(eq(contracts.id, contractId));
    await markStale(tx, [contractId]);
    await record(tx, act, {
      action: 'contract.activated',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before: { state: 'draft' },
      after: { state: 'active' },
    });
    const vendor = await vendorByCode(tx, act.scope, contract.vendorCode);
    if (vendor) await activateVendor(tx, act, vendor, { ...contract, state: 'active' });
    return done();
  });
}
