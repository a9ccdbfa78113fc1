import type { Act } from '~/auth/act';
import { done, refused, refusedFields, type Outcome } from '~/shared/outcome';
import type { Store, Tx } from '~db/store.server';
import { checkTermOf, type CheckedTerm } from './check-term';
import { readContractFile, type ContractFile } from './contract-file';
import { findContractByNumber, type Contract } from './contract-queries.server';
import { lastDayInForce } from './contract';
import { directionsOf, type Library } from './library';
import { loadLibrary } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { pairTerms, type TermCounts } from './pair-terms';
import { termsOfContracts } from './term-queries.server';
import { checkWithinContract } from './term-version';
import {
  checkNumberFree,
  insertContract,
  marketsOf,
  placeContract,
  updateContract,
  type PlacedContract,
} from './write-contract.server';
import { insertTerm, writeVersion } from './write-term.server';

/** What an import did; `untouched` are terms of the contract that the file does not name. */
export type ContractImport = {
  contractId: number;
  number: string;
  contract: 'created' | 'changed' | 'unchanged';
  terms: TermCounts;
};

/**
 * Takes over a contract's file. The same number again updates: changed terms become new versions from their
 * `effective_from`, or from the file's, unchanged ones nothing. All or nothing; a refusal names every field.
 */
export async function importContract(
  store: Store,
  act: Act,
  file: unknown,
  { demonstration = false }: { demonstration?: boolean } = {},
): Promise<Outcome<ContractImport>> {
  return store.transact(async (tx) => {
    const library = await loadLibrary(tx, marketsOf(file));
    const read = readContractFile(file, directionsOf(library));
    if (!read.ok) return read;
    const placed = await placeContract(tx, act, read.value, library);
    const checked = checkTerms(read.value, library);
    if (!placed.ok || !checked.ok)
      return refusedFields(
        [placed, checked].flatMap((one) => (one.ok ? [] : (one.fields ?? [one.reason]))),
      );
    const before = await lockedByNumber(tx, act, read.value.number);
    const refusal = await whatStandsAgainst(tx, before, placed.value);
    if (refusal) return refusal;
    const stored = before
      ? await changeStored(tx, act, before, placed.value)
      : await createStored(tx, act, placed.value, demonstration);
    const terms = await writeTerms(tx, act, stored, checked.value, read.value.effective_from);
    return done({ number: read.value.number, ...stored.result, terms });
  });
}

/** The contract of a number as it stands once nobody else changes it. */
async function lockedByNumber(tx: Tx, act: Act, number: string): Promise<Contract | null> {
  const there = await findContractByNumber(tx, act.scope, number);
  if (!there) return null;
  await tx.lockRow('contracts', 'id', there.id);
  return findContractByNumber(tx, act.scope, number);
}

type Stored = {
  contract: { id: number; vendorId: number; startsOn: string };
  result: Pick<ContractImport, 'contractId' | 'contract'>;
};

async function createStored(
  tx: Tx,
  act: Act,
  placed: PlacedContract,
  demonstration: boolean,
): Promise<Stored> {
  const id = await insertContract(tx, act, placed, { state: 'active', demonstration });
  await markStale(tx, [id]);
  return {
    contract: { id, vendorId: placed.vendor.id, startsOn: placed.file.starts },
    result: { contractId: id, contract: 'created' },
  };
}

async function changeStored(
  tx: Tx,
  act: Act,
  before: Contract,
  placed: PlacedContract,
): Promise<Stored> {
  const changed = await updateContract(tx, act, before, placed);
  return {
    contract: { id: before.id, vendorId: before.vendorId, startsOn: placed.file.starts },
    result: { contractId: before.id, contract: changed ? 'changed' : 'unchanged' },
  };
}

async function whatStandsAgainst(
  tx: Tx,
  before: Contract | null,
  { file, vendor }: PlacedContract,
) {
  if (before)
    return before.vendorId === vendor.id
      ? null
      : refused('contract_vendor_fixed', { value: before.vendorCode }, 'vendor');
  const free = await checkNumberFree(tx, file.number, null);
  return free.ok ? null : free;
}

function checkTerms(file: ContractFile, library: Library): Outcome<CheckedTerm[]> {
  const life = {
    state: 'active' as const,
    startsOn: file.starts,
    endsOn: file.document.ends,
    terminatedOn: null,
    renewal: file.renewal ?? 'none',
    atRiskPercent: file.document.at_risk_percent,
  };
  const checked = file.document.terms.map((term, index) =>
    checkTermOf(term, library, life, `terms.${index}.`),
  );
  const time = checkWithinContract(
    { effectiveFrom: file.effective_from, effectiveTo: null },
    { startsOn: file.starts, lastDay: lastDayInForce(life) },
  );
  const wrong = [time, ...checked].flatMap((one) => (one.ok ? [] : (one.fields ?? [one.reason])));
  return wrong.length > 0
    ? refusedFields(wrong)
    : done(checked.flatMap((one) => (one.ok ? [one.value] : [])));
}

async function writeTerms(
  tx: Tx,
  act: Act,
  { contract }: Stored,
  checked: readonly CheckedTerm[],
  effectiveFrom: string | null,
): Promise<TermCounts> {
  const stored = await termsOfContracts(tx, act.scope, [contract.id]);
  const { steps, counts } = pairTerms(
    stored,
    checked.map(({ term }) => term),
    effectiveFrom,
  );
  for (const step of steps) {
    const place = checked[step.index]?.place;
    if (!place) continue;
    if (step.before) await writeVersion(tx, act, contract, step.before, step.term, null);
    else await insertTerm(tx, act, contract, step.term, place, null);
  }
  return counts;
}
