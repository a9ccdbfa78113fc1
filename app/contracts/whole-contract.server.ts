import type { Scope } from '~/auth/act';
import type { Reader } from '~db/store.server';
import {
  feesOfContracts,
  scopeOfContract,
  volumesOfContract,
  type Contract,
} from './contract-queries.server';
import { contractFileDocument } from './portable-contract';
import { termsOfContracts } from './term-queries.server';

/** A contract found within the scope as the file that an import takes, with all that belongs to it. */
export async function wholeContract(reader: Reader, scope: Scope, contract: Contract) {
  return contractFileDocument(
    contract,
    await feesOfContracts(reader, [contract.id]),
    await scopeOfContract(reader, contract.id),
    await termsOfContracts(reader, scope, [contract.id]),
    await volumesOfContract(reader, contract.id),
  );
}
