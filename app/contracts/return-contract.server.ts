import type { Act } from '~/auth/act';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { findContract } from './contract-queries.server';
import { tellOfStep } from './step-letters.server';
import { writeStep } from './write-step.server';

/** Gives a contract back to be changed, with what is to be changed; it is a draft again, and approvals begin anew. */
export async function returnContract(
  store: Store,
  act: Act,
  { contractId, remarks }: { contractId: number; remarks: string },
): Promise<Outcome> {
  const said = reasonText(remarks, { field: 'remarks' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'review' && contract.state !== 'approved')
      return refused('contract_not_in_review');
    await writeStep(tx, act, contract, {
      step: 'returned',
      remarks: said.value,
      change: { state: 'draft' },
    });
    const told = { template: 'contractReturned', remarks: said.value } as const;
    await tellOfStep(tx, act, contract, told);
    return done();
  });
}
