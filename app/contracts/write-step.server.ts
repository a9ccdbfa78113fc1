import { eq } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import { personIdOf, type Act } from '~/auth/act';
import { contracts, contractSteps } from '~db/schema/contracts';
import type { Tx } from '~db/store.server';
import type { contractStepKinds } from './approval';
import type { ContractState } from './contract';
import type { Contract } from './contract-queries.server';

type Step = {
  step: (typeof contractStepKinds)[number];
  remarks: string | null;
  /** What the step changes of the contract; nothing where its state stays. */
  change: Partial<{
    state: ContractState;
    signedOn: string;
    signedLater: string | null;
    prevailingLanguage: string;
    endsOn: string;
    terminatedOn: string;
  }>;
};

/** Notes who moved a contract on and why, with the change that it made. */
export async function writeStep(
  tx: Tx,
  act: Act,
  contract: Contract,
  { step, remarks, change }: Step,
): Promise<void> {
  const { actor } = act;
  await tx.insert(contractSteps).values({
    contractId: contract.id,
    step,
    personId: personIdOf(act),
    personName: actor.kind === 'person' ? actor.name : actor.kind,
    role: actor.kind === 'person' ? actor.role : null,
    remarks,
    at: act.now.toISOString(),
  });
  if (Object.keys(change).length > 0)
    await tx.update(contracts).set(change).where(eq(contracts.id, contract.id));
  await record(tx, act, {
    action: `contract.${step}`,
    entity: 'contract',
    entityId: contract.id,
    vendorId: contract.vendorId,
    before: { state: contract.state, ...(change.endsOn && { endsOn: contract.endsOn }) },
    after: { ...change, ...(remarks !== null && { reason: remarks }) },
  });
}
