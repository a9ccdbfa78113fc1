import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { isAgreedState, isUnderReview } from './contract';
import { readContractFile } from './contract-file';
import { findContract } from './contract-queries.server';
import { directionsOf } from './library';
import { loadLibrary } from './library-queries.server';
import { termsOfContracts } from './term-queries.server';
import { checkNumberFree, marketsOf, placeContract, updateContract } from './write-contract.server';

export type ChangeContract = {
  contractId: number;
  file: unknown;
  /** What is changed: a draft, at once; or what was agreed, as its amendment says. */
  as: 'draft' | 'amendment';
};

/**
 * Changes what a contract says beside its terms. The vendor stays: another vendor is another contract. As a draft alone it
 * changes at once: refused is what was signed meanwhile (`contract_agreed`).
 */
export async function changeContract(
  store: Store,
  act: Act,
  { contractId, file, as }: ChangeContract,
): Promise<Outcome<{ changed: boolean }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const before = await findContract(tx, act.scope, contractId);
    if (!before) return refused('not_found');
    if (isUnderReview(before.state)) return refused('contract_in_review');
    if (as === 'draft' && isAgreedState(before.state)) return refused('contract_agreed');
    const library = await loadLibrary(tx, marketsOf(file));
    const read = readContractFile(file, directionsOf(library));
    if (!read.ok) return read;
    const free = await checkNumberFree(tx, read.value.number, contractId);
    if (!free.ok) return free;
    const placed = await placeContract(tx, act, read.value, library);
    if (!placed.ok) return placed;
    if (placed.value.vendor.id !== before.vendorId)
      return refused('contract_vendor_fixed', { value: before.vendorCode }, 'vendor');
    const terms = await termsOfContracts(tx, act.scope, [contractId]);
    const pooled = terms.some(
      ({ versions, withdrawnAt }) =>
        withdrawnAt === null &&
        versions.some(({ term, replacedAt }) => !replacedAt && term.credit.method === 'pool'),
    );
    if (pooled && read.value.document.at_risk_percent === null)
      return refused('at_risk_percent_missing', {}, 'at_risk_percent');
    return done({ changed: await updateContract(tx, act, before, placed.value) });
  });
}
