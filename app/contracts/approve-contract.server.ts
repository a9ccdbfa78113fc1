import { personIdOf, type Act } from '~/auth/act';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { approvalMissing, approvalsOf, mayApprove } from './approval';
import { checkVendorOf } from './contractable.server';
import { findContract } from './contract-queries.server';
import { approvalState } from './contract-step-queries.server';
import { tellOfStep } from './step-letters.server';
import { writeStep } from './write-step.server';

/** Approves what somebody else submitted; with the last person that it takes, the contract is approved. */
export async function approveContract(
  store: Store,
  act: Act,
  contractId: number,
): Promise<Outcome<{ approved: boolean }>> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'review') return refused('contract_not_in_review');
    const contractable = await checkVendorOf(tx, act.scope, contract);
    if (!contractable.ok) return contractable;
    const { need, steps } = await approvalState(tx, contract, act.now);
    const personId = personIdOf(act);
    const may = mayApprove(steps, personId);
    if (!may.ok) return may;
    const role = act.actor.kind === 'person' ? act.actor.role : null;
    const own = { step: 'approved' as const, personId, role };
    const approved = approvalMissing(need, [...approvalsOf(steps), own]).people === 0;
    await writeStep(tx, act, contract, {
      step: 'approved',
      remarks: null,
      change: approved ? { state: 'approved' } : {},
    });
    if (approved)
      await tellOfStep(tx, act, contract, { template: 'contractApproved', remarks: null });
    return done({ approved });
  });
}
