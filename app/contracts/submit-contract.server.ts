import type { Act } from '~/auth/act';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { checkVendorOf } from './contractable.server';
import { findContract } from './contract-queries.server';
import { writeStep } from './write-step.server';

/** Hands a draft with an admitted vendor in to be approved; from here on it stays as it is until it is returned. */
export async function submitContract(store: Store, act: Act, contractId: number): Promise<Outcome> {
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'draft') return refused('contract_not_draft');
    const may = await checkVendorOf(tx, act.scope, contract);
    if (!may.ok) return may;
    await writeStep(tx, act, contract, {
      step: 'submitted',
      remarks: null,
      change: { state: 'review' },
    });
    const { actor } = act;
    const approvers = [
      ...(await insiderRecipients(tx, 'procurement', contract.vendorId)),
      ...(await insiderRecipients(tx, 'manager', contract.vendorId)),
    ].filter(({ personId }) => actor.kind !== 'person' || personId !== actor.personId);
    await queueMail(tx, act, approvers, {
      template: 'contractSubmitted',
      params: {
        contract: contract.number,
        vendor: contract.vendorName,
        person: actor.kind === 'person' ? actor.name : '',
        link: `/contracts/${contractId}`,
      },
      vendorId: contract.vendorId,
    });
    return done();
  });
}
