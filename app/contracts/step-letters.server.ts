import { personIdOf, type Act } from '~/auth/act';
import { personRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import type { Tx } from '~db/store.server';
import type { Contract } from './contract-queries.server';
import { stepsOfContract } from './contract-step-queries.server';
import type { Amendment } from './amendment-queries.server';

type Told = 'contractApproved' | 'contractReturned' | 'contractSigned' | 'contractTerminated';

/** Tells of a contract's step whom it is about: who submitted it how that went, the vendor what was signed or ended. */
export async function tellOfStep(
  tx: Tx,
  act: Act,
  contract: Contract,
  { template, date = '', remarks }: { template: Told; date?: string; remarks: string | null },
): Promise<void> {
  const recipients =
    template === 'contractSigned' || template === 'contractTerminated'
      ? await vendorRecipients(tx, contract.vendorId)
      : await submitters(tx, act, contract.id);
  await queueMail(tx, act, recipients, {
    template,
    params: {
      vendor: contract.vendorName,
      contract: contract.number,
      person: act.actor.kind === 'person' ? act.actor.name : '',
      date,
      reason: remarks ?? '–',
      link: `/contracts/${contract.id}`,
    },
    vendorId: contract.vendorId,
  });
}

async function submitters(tx: Tx, act: Act, contractId: number) {
  const steps = await stepsOfContract(tx, contractId);
  const last = steps.findLast(({ step }) => step === 'submitted')?.personId ?? null;
  return last === null || last === personIdOf(act) ? [] : personRecipients(tx, [last]);
}

/** Tells who proposed an amendment how it was decided. */
export async function tellProposer(
  tx: Tx,
  act: Act,
  contract: Contract,
  { id, number, proposedBy }: Amendment,
  { state, remarks }: { state: 'approved' | 'rejected'; remarks: string | null },
): Promise<void> {
  if (proposedBy === null || proposedBy === personIdOf(act)) return;
  await queueMail(tx, act, await personRecipients(tx, [proposedBy]), {
    template: state === 'approved' ? 'amendmentApproved' : 'amendmentRejected',
    params: {
      vendor: contract.vendorName,
      contract: contract.number,
      number,
      person: act.actor.kind === 'person' ? act.actor.name : '',
      reason: remarks ?? '–',
      link: `/contracts/${contract.id}/amendments/${id}`,
    },
    vendorId: contract.vendorId,
  });
}
