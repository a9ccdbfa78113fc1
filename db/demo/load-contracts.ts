import { approveAmendment } from '~/contracts/decide-amendment.server';
import { changeAgreement } from '~/contracts/gather-change.server';
import { importContract } from '~/contracts/import-contract.server';
import { findContractByNumber } from '~/contracts/contract-queries.server';
import { proposeAmendment } from '~/contracts/propose-amendment.server';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { everything } from '~/auth/act';
import { contractFile, contractNumber, startOf, type DemoAmendment } from './contract-files';
import { demoCarriers } from './carriers';
import type { Figures } from './figures';
import type { Cast } from './load-people';
import { actOf, mustBeDone, type Portal } from './step';

/** The contracts that begin on a day, entered by procurement on it; their carriers become active. */
export async function loadContracts(
  { store }: Portal,
  { figures, cast }: { figures: Figures; cast: Cast },
  startsOn: string,
): Promise<void> {
  const act = actOf(cast.insiders.petra, `${startsOn}T14:00:00.000Z`);
  for (const carrier of demoCarriers) {
    if (startOf(carrier.code) !== startsOn) continue;
    mustBeDone(
      await importContract(store, act, contractFile(carrier, figures), { demonstration: true }),
      `make the contract of ${carrier.code}`,
    );
  }
}

/** One of procurement proposes a changed term, another approves it: evaluations name the version that they used. */
export async function amendContract(
  { store }: Portal,
  cast: Cast,
  { vendor, term: document, effectiveFrom, reason, proposedAt, approvedAt }: DemoAmendment,
): Promise<void> {
  const number = contractNumber(vendor);
  const contract = await findContractByNumber(store.read, everything, number);
  if (!contract) throw new Error(`there is no contract ${number}`);
  const contractId = contract.id;
  const terms = await termsOfContracts(store.read, everything, [contractId]);
  const term = terms.find(({ position }) => position === 0);
  if (!term) throw new Error(`contract ${number} has no terms`);
  const proposer = actOf(cast.insiders.chen, proposedAt);
  const { amendmentId } = mustBeDone(
    await changeAgreement(store, proposer, {
      ...{ contractId, effectiveFrom, reason },
      change: { kind: 'term_changed', termId: term.id, basedOn: null, document },
    }),
    `amend ${number}`,
  );
  if (amendmentId === null) throw new Error(`contract ${number} is not agreed`);
  const amendment = { contractId, amendmentId };
  mustBeDone(
    await proposeAmendment(store, proposer, { ...amendment, effectiveFrom, reason }),
    `propose the amendment of ${number}`,
  );
  mustBeDone(
    await approveAmendment(store, actOf(cast.insiders.petra, approvedAt), amendment),
    `approve the amendment of ${number}`,
  );
}
