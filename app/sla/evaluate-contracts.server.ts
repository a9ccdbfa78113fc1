import { everything, type Act } from '~/auth/act';
import type { Change } from '~/audit/entry';
import { recordAll } from '~/audit/record.server';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import { chunks } from '~/shared/chunks';
import { formatPeriod } from '~/shared/period';
import type { Store, Tx } from '~db/store.server';
import { evaluateContract } from './contract-evaluation';
import { claimContracts, dueContracts, settleContracts, type AsOfOf } from './due-contracts.server';
import { loadEvaluationInput } from './evaluation-input.server';
import { announceBreaches } from './announce-breaches.server';
import { writeBreaches, type BreachChanges } from './write-breaches.server';
import { writeCredits } from './write-credits.server';
import { hasOutcomes, lacksSummaries, rebuildSummaries } from './rebuild-summaries.server';
import {
  countMonths,
  type MonthChanges,
  writeMonths,
  writeFailures,
} from './write-summaries.server';
import {
  changesTo,
  currentEvaluations,
  replacedBy,
  writeEvaluations,
} from './write-evaluations.server';

/**
 * Contracts evaluated in one transaction: few enough to let others write in between, so many that the pages of indexes
 * that all vendors share are written to the disk for all of them at once.
 */
const CHUNK = 40;
/** Contracts in memory at once. */
const BATCH = 2;

export type EvaluationCounts = {
  contracts: number;
  evaluations: number;
  breachesOpened: number;
  breachesWithdrawn: number;
  creditEntries: number;
};

/**
 * Evaluates every contract that something has changed for, or that the calendar has moved on for, as of the end of a
 * day. A contract is never evaluated as of an earlier day than before, so an earlier day undoes nothing; a second run
 * finds nothing to do.
 */
export async function evaluateDueContracts(
  store: Store,
  now: Date,
  asOf: string,
): Promise<EvaluationCounts> {
  const counts = emptyCounts();
  if (await lacksSummaries(store.read)) await rebuildSummaries(store);
  let after = 0;
  for (;;) {
    const ids = await dueContracts(store.read, { asOf, after, limit: CHUNK });
    if (ids.length === 0) return counts;
    add(counts, await evaluateContracts(store, now, asOf, ids));
    after = ids.at(-1) ?? Infinity;
  }
}

/** Evaluates these contracts as of the end of a day, in one transaction: outcomes, breaches, credits, audit and mail. */
export async function evaluateContracts(
  store: Store,
  now: Date,
  asOf: string,
  contractIds: readonly number[],
): Promise<EvaluationCounts> {
  const act: Act = { actor: { kind: 'job', job: 'evaluate' }, now, scope: everything };
  return store.transact(async (tx) => {
    const asOfOf = await claimContracts(tx, contractIds, asOf);
    const wasEvaluated = await hasOutcomes(tx);
    const months: MonthChanges = new Map();
    const counts = emptyCounts();
    const told: Told[] = [];
    for (const ids of chunks(contractIds, BATCH)) {
      const batch = await evaluateBatch(tx, act, { ids, asOfOf, months });
      add(counts, batch.counts);
      told.push(...batch.told);
    }
    await writeMonths(tx, months, { wasEvaluated });
    await recordAll(
      tx,
      act,
      told.map((each) => entryOf(each, asOfOf)),
    );
    await announceBreaches(tx, act, told);
    return counts;
  });
}

type Batch = { ids: readonly number[]; asOfOf: AsOfOf; months: MonthChanges };

/** Evaluates some contracts of a transaction; what is to be told of them stays in memory, the rest goes to the store. */
async function evaluateBatch(
  tx: Tx,
  act: Act,
  { ids, asOfOf, months }: Batch,
): Promise<{ counts: EvaluationCounts; told: Told[] }> {
  const inputs = await loadEvaluationInput(tx, ids, asOfOf);
  const standing = await currentEvaluations(tx, ids);
  const at = act.now.toISOString();
  const evaluated = inputs.map((each) => {
    const computed = evaluateContract(each.input);
    const { contractId } = each.contract;
    const when = { at, asOf: asOfOf(contractId) };
    const known = standing.get(contractId) ?? [];
    return { ...each, computed, changes: changesTo(known, each.contract, computed, when) };
  });
  const written = evaluated.flatMap(({ changes }) => changes.written);
  const removed = evaluated.flatMap(({ changes }) => changes.removed);
  const before = [...standing.values()].flat();
  const gone = replacedBy(before, written, removed);
  await writeEvaluations(tx, gone, written, at);
  countMonths(months, gone, written);
  const replaced = new Set(gone);
  const kept = before.filter((row) => !replaced.has(row));
  await writeFailures(tx, ids, { gone, written, kept });
  const creditEntries = await writeCredits(tx, evaluated, { at, asOfOf });
  const { opened, withdrawn } = await writeBreaches(tx, act, asOfOf, { written, removed });
  await settleContracts(tx, evaluated, { at, asOfOf });
  return {
    counts: {
      contracts: inputs.length,
      evaluations: written.length,
      breachesOpened: opened.length,
      breachesWithdrawn: withdrawn.length,
      creditEntries,
    },
    told: evaluated
      .filter(({ changes }) => changes.written.length + changes.removed.length > 0)
      .map(({ contract, changes }) => ({
        contract,
        changed: changes.written.length,
        opened: opened.filter(isOf(contract)),
        withdrawn: withdrawn.filter(isOf(contract)),
      })),
  };
}

type Told = BreachChanges & { contract: AgreedContract; changed: number };

const isOf =
  ({ contractId }: AgreedContract) =>
  (each: { contractId: number }) =>
    each.contractId === contractId;

function entryOf({ contract, changed, opened, withdrawn }: Told, asOfOf: AsOfOf): Change {
  return {
    action: 'contract.evaluated',
    entity: 'contract',
    entityId: contract.contractId,
    vendorId: contract.vendorId,
    after: {
      asOf: asOfOf(contract.contractId),
      changed,
      opened: opened.map(({ period }) => formatPeriod(period)),
      withdrawn: withdrawn.map(({ period }) => formatPeriod(period)),
    },
  };
}

const emptyCounts = (): EvaluationCounts => ({
  contracts: 0,
  evaluations: 0,
  breachesOpened: 0,
  breachesWithdrawn: 0,
  creditEntries: 0,
});

function add(total: EvaluationCounts, more: EvaluationCounts): void {
  for (const key of Object.keys(total) as (keyof EvaluationCounts)[]) total[key] += more[key];
}
