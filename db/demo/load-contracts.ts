import { changeTerm } from '~/contracts/change-term.server';
import { importContract } from '~/contracts/import-contract.server';
import { findContractByNumber } from '~/contracts/contract-queries.server';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { everything } from '~/auth/act';
import { amendment, contractFile, contractNumber, startOf } from './contract-files';
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

/** Delta's target goes up from July 2023 on: evaluations name the version that they used. */
export async function amendContract({ store }: Portal, cast: Cast): Promise<void> {
  const number = contractNumber(amendment.vendor);
  const contract = await findContractByNumber(store.read, everything, number);
  if (!contract) throw new Error(`there is no contract ${number}`);
  const terms = await termsOfContracts(store.read, everything, [contract.id]);
  const term = terms.find(({ position }) => position === 0);
  if (!term) throw new Error(`contract ${number} has no terms`);
  mustBeDone(
    await changeTerm(store, actOf(cast.insiders.chen, amendment.at), {
      contractId: contract.id,
      termId: term.id,
      document: amendment.term,
      reason: amendment.reason,
      basedOn: null,
    }),
    `amend ${number}`,
  );
}
