import type { Act } from '~/auth/act';
import { done, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { readContractFile } from './contract-file';
import { directionsOf } from './library';
import { loadLibrary } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { checkNumberFree, insertContract, marketsOf, placeContract } from './write-contract.server';

export type CreateContract = { file: unknown; state: 'draft' | 'active'; demonstration?: boolean };

/** Enters a contract without terms, as a draft or in force from its first day. */
export async function createContract(
  store: Store,
  act: Act,
  { file, state, demonstration = false }: CreateContract,
): Promise<Outcome<{ contractId: number }>> {
  return store.transact(async (tx) => {
    const library = await loadLibrary(tx, marketsOf(file));
    const read = readContractFile(file, directionsOf(library));
    if (!read.ok) return read;
    const free = await checkNumberFree(tx, read.value.number, null);
    if (!free.ok) return free;
    const placed = await placeContract(tx, act, read.value, library);
    if (!placed.ok) return placed;
    const contractId = await insertContract(tx, act, placed.value, { state, demonstration });
    await markStale(tx, [contractId]);
    return done({ contractId });
  });
}
