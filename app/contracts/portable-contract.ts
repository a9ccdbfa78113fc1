import { documentOf, type ContractFacts, type MonthlyFee } from './contract-record';
import {
  particularsOf,
  volumesDocument,
  type ContractDetails,
  type MonthlyVolume,
} from './particulars';
import { portableTerm, type SlaTerm } from './sla-term';

type StoredContract = ContractFacts &
  ContractDetails & {
    number: string;
    title: string;
    vendorCode: string;
    startsOn: string;
    endsOn: string | null;
    renewal: string;
    acceptsAlone: boolean;
  };

type StoredTerm = {
  withdrawnAt: string | null;
  versions: readonly { replacedAt: string | null; term: SlaTerm }[];
};

/** A stored contract as the file that an import takes; each version of a term that holds on some day is a term. */
export function contractFileDocument(
  contract: StoredContract,
  fees: readonly MonthlyFee[],
  scope: readonly { serviceCode: string; marketCode: string | null }[],
  terms: readonly StoredTerm[],
  volumes: readonly MonthlyVolume[],
): Record<string, unknown> {
  const { terms: _, ...document } = documentOf(contract, fees, []);
  const holding = terms
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap(({ versions }) => versions.filter(({ replacedAt }) => replacedAt === null));
  return {
    ...document,
    title: contract.title,
    services: [...new Set(scope.map(({ serviceCode }) => serviceCode))],
    markets: [...new Set(scope.flatMap(({ marketCode }) => marketCode ?? []))],
    renewal: contract.renewal,
    ...particularsOf(contract, contract.currency),
    volumes: volumesDocument(volumes),
    accepts_alone: contract.acceptsAlone,
    terms: holding.map(({ term }) => portableTerm(term)),
  };
}
