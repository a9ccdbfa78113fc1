import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { choice, readFields, requiredDate, requiredId, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { adoptions } from '~db/schema/standards';
import type { Reader, Store } from '~db/store.server';
import { findContract, type Contract } from './contract-queries.server';
import { existingChoices, followStandard, type FollowStep } from './follow-standard';
import { insertRun } from './keep-standard.server';
import { standardPath, termCourse } from './standard';
import {
  adoptedTermsOf,
  findStandard,
  loadStandard,
  wholeTree,
  type StandardWithTexts,
} from './standard-queries.server';
import { termsOfContracts } from './term-queries.server';
import type { MarketTree } from '~/vendors/market-tree';

const applicationFields = z.object({
  market: requiredId(),
  effectiveFrom: requiredDate(),
  existing: choice(existingChoices),
  reason: requiredText(500),
});

/** Asks for a standard to be carried to contracts, as it holds in a market and from a day on; the run does it. */
export async function applyStandard(
  store: Store,
  act: Act,
  { standardId, contractIds }: { standardId: number; contractIds: readonly number[] },
  input: unknown,
): Promise<Outcome<{ runId: number }>> {
  const read = readFields(applicationFields, input);
  if (!read.ok) return read;
  const { market: marketId, ...how } = read.value;
  return store.transact(async (tx) => {
    const standard = await findStandard(tx, standardId);
    if (!standard) return refused('not_found');
    if (standardPath(await wholeTree(tx), standard.marketId, marketId).length === 0)
      return refused('market_outside_standard', {}, 'market');
    if (contractIds.length === 0) return refused('contracts_missing', {}, 'contract');
    for (const contractId of contractIds)
      if (!(await findContract(tx, act.scope, contractId)))
        return refused('not_a_choice', {}, 'contract');
    const runId = await insertRun(
      tx,
      act,
      { standardId, kind: 'apply', marketId, ...how },
      contractIds,
    );
    await record(tx, act, {
      action: 'standard.applied',
      entity: 'standard',
      entityId: standardId,
      after: { marketId, ...how, contracts: [...contractIds] },
    });
    return done({ runId });
  });
}

type Following = {
  contract: Contract;
  standard: StandardWithTexts;
  tree: MarketTree;
  marketId: number;
  from: string;
  existing: (typeof existingChoices)[number];
};

/** What following a standard would do to contracts, each by itself: what a run does, without doing it. */
export async function previewStandard(
  reader: Reader,
  act: Pick<Act, 'scope'>,
  standardId: number,
  how: Omit<Following, 'contract' | 'standard' | 'tree'> & { contracts: readonly Contract[] },
): Promise<Map<number, FollowStep[]>> {
  const standard = await loadStandard(reader, standardId);
  if (!standard) return new Map();
  const tree = await wholeTree(reader);
  const ids = how.contracts.map(({ id }) => id);
  const terms = await termsOfContracts(reader, act.scope, ids);
  const adopted = await adoptedTermsOf(reader, standardId, ids);
  return new Map(
    how.contracts.map((contract) => [
      contract.id,
      followStandard(coursesOf(standard, tree, how.marketId, how.from), {
        terms: terms.filter(({ contractId }) => contractId === contract.id),
        adopted: adopted.filter(({ contractId }) => contractId === contract.id),
        existing: how.existing,
        startsOn: contract.startsOn,
      }),
    ]),
  );
}

function coursesOf(standard: StandardWithTexts, tree: MarketTree, marketId: number, from: string) {
  return standard.termIds.map((termId) => ({
    standardTermId: termId,
    course: termCourse(standard, tree, { termId, marketId }, from),
  }));
}

/** Lets a contract follow a standard no longer; its terms stay as they are and are its own from now on. */
export async function detachStandard(
  store: Store,
  act: Act,
  { contractId, standardId }: { contractId: number; standardId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const contract = await findContract(tx, act.scope, contractId);
    const own = and(eq(adoptions.standardId, standardId), eq(adoptions.contractId, contractId));
    const [before] = await tx.select().from(adoptions).where(own);
    if (!contract || !before) return refused('not_found');
    await tx.delete(adoptions).where(own);
    await record(tx, act, {
      action: 'contract.standard_detached',
      entity: 'contract',
      entityId: contractId,
      vendorId: contract.vendorId,
      before,
    });
    return done();
  });
}
