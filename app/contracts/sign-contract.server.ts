import { dayOf, type Act } from '~/auth/act';
import { isDate } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { clauseGapsOf } from './named-gaps.server';
import { findContract } from './contract-queries.server';
import { keepFirstVersion } from './keep-version.server';
import { vendorByCode } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { maySign } from './signing';
import { activateVendor } from './write-contract.server';
import { writeStep } from './write-step.server';

export type SignContract = {
  contractId: number;
  signedOn: string;
  /** Why it is signed although required clauses are missing. */
  reason: string | null;
  maySignIncomplete: boolean;
};

/** An approved contract is signed: it holds from its first day on, and an approved vendor becomes active with it. */
export async function signContract(
  store: Store,
  act: Act,
  { contractId, signedOn, reason, maySignIncomplete }: SignContract,
): Promise<Outcome> {
  if (!isDate(signedOn)) return refused('not_a_date', {}, 'signedOn');
  if (signedOn > dayOf(act.now)) return refused('date_in_future', {}, 'signedOn');
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'approved') return refused('contract_not_approved');
    const gaps = await clauseGapsOf(tx, act.scope, contractId);
    const may = maySign(
      gaps.map(({ code }) => code),
      maySignIncomplete,
      reason,
    );
    if (!may.ok) return may;
    const change = { state: 'active' as const, signedOn };
    await writeStep(tx, act, contract, { step: 'signed', remarks: reason, change });
    await keepFirstVersion(tx, act, { ...contract, ...change });
    await markStale(tx, [contractId]);
    const vendor = await vendorByCode(tx, act.scope, contract.vendorCode);
    if (vendor) await activateVendor(tx, act, vendor, { ...contract, ...change });
    return done();
  });
}
