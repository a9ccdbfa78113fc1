import type { Act } from '~/auth/act';
import { isDate } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { findContract } from './contract-queries.server';
import { markStale } from './mark-stale.server';
import { tellOfStep } from './step-letters.server';
import { writeStep } from './write-step.server';

export type TerminateContract = {
  contractId: number;
  /** The last day on which the contract holds. */
  lastDay: string;
  reason: string;
};

/** Ends a contract before its time; it holds to its last day, and months after it are not evaluated. */
export async function terminateContract(
  store: Store,
  act: Act,
  { contractId, lastDay, reason }: TerminateContract,
): Promise<Outcome> {
  if (!isDate(lastDay)) return refused('not_a_date', {}, 'lastDay');
  const said = reasonText(reason, { field: 'reason' });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'active') return refused('contract_not_active');
    if (lastDay < contract.startsOn)
      return refused('termination_before_start', { starts: contract.startsOn }, 'lastDay');
    if (contract.renewal !== 'tacit' && contract.endsOn !== null && lastDay > contract.endsOn)
      return refused('termination_after_end', { ends: contract.endsOn }, 'lastDay');
    const change = { state: 'terminated' as const, terminatedOn: lastDay };
    await writeStep(tx, act, contract, { step: 'terminated', remarks: said.value, change });
    await markStale(tx, [contractId]);
    const told = { template: 'contractTerminated', date: lastDay, remarks: said.value } as const;
    await tellOfStep(tx, act, contract, told);
    return done();
  });
}
