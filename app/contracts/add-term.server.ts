import type { Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { checkTerm } from './check-term';
import { isUnderReview } from './contract';
import { findContract } from './contract-queries.server';
import { loadLibrary } from './library-queries.server';
import { marketOfDocument } from './term-record';
import { insertTerm } from './write-term.server';

export type AddTerm = { contractId: number; document: unknown; reason: string | null };

/** Adds an SLA term to a contract; a date in the past lets it be evaluated from there. */
export async function addTerm(
  store: Store,
  act: Act,
  { contractId, document, reason }: AddTerm,
): Promise<Outcome<{ termId: number }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (isUnderReview(contract.state)) return refused('contract_in_review');
    const library = await loadLibrary(tx, marketOfDocument(document));
    const checked = checkTerm(document, library, contract);
    if (!checked.ok) return checked;
    const { term, place } = checked.value;
    return done({ termId: await insertTerm(tx, act, contract, term, place, reason) });
  });
}
