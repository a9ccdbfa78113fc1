import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import type { Change } from '~/audit/entry';
import { recordAll } from '~/audit/record.server';
import type { AgreedContract } from '~/contracts/load-contract-documents.server';
import { firstDay, formatPeriod, periodOfDate } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Reader, Store, Tx } from '~db/store.server';
import { isAgreed } from '~/contracts/agreed.server';
import { evaluateContract, type ContractEvaluation } from './contract-evaluation';
import { loadEvaluationInput, type StoredContractInput } from './evaluation-input.server';
import { announceBreaches } from './announce-breaches.server';
import { writeBreaches, type BreachChanges } from './write-breaches.server';
import { writeCredits } from './write-credits.server';
import { lacksSummaries, rebuildSummaries } from './rebuild-summaries.server';
import { writeSummaries } from './write-summaries.server';
import {
  changesTo,
  currentEvaluations,
  writeEvaluations,
  type EvaluationChanges,
} from './write-evaluations.server';

/** Contracts evaluated in one transaction: short enough to let others write in between. */
const CHUNK = 20;

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
    const ids = await dueContracts(store.read, asOf, after);
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
    const inputs = await loadEvaluationInput(tx, contractIds, asOfOf);
    const standing = await currentEvaluations(tx, contractIds);
    const at = now.toISOString();
    const evaluated = inputs.map((each) => {
      const computed = evaluateContract(each.input);
      const known = standing.get(each.contract.contractId) ?? [];
      return { ...each, computed, changes: changesTo(known, each.contract, computed) };
    });
    const changes = evaluated.map((each) => each.changes);
    const before = [...standing.values()].flat();
    await writeEvaluations(tx, before, changes, { at, asOfOf });
    await writeSummaries(tx, before, changes);
    const creditCount = await writeCredits(tx, evaluated, { at, asOfOf });
    const { opened, withdrawn } = await writeBreaches(tx, act, asOfOf, changes);
    const told = evaluated
      .filter(({ changes }) => changes.written.length + changes.removed.length > 0)
      .map(({ contract, changes }) => ({
        contract,
        changes,
        opened: opened.filter(isOf(contract)),
        withdrawn: withdrawn.filter(isOf(contract)),
      }));
    await recordAll(
      tx,
      act,
      told.map((each) => entryOf(each, asOfOf)),
    );
    await announceBreaches(tx, act, told);
    await settleContracts(tx, evaluated, { at, asOfOf });
    return {
      contracts: inputs.length,
      evaluations: evaluated.reduce((sum, { changes }) => sum + changes.written.length, 0),
      breachesOpened: opened.length,
      breachesWithdrawn: withdrawn.length,
      creditEntries: creditCount,
    };
  });
}

type Told = BreachChanges & { contract: AgreedContract; changes: EvaluationChanges };

const isOf =
  ({ contractId }: AgreedContract) =>
  (each: { contractId: number }) =>
    each.contractId === contractId;

function entryOf(
  { contract, changes, opened, withdrawn }: Told,
  asOfOf: (contractId: number) => string,
): Change {
  return {
    action: 'contract.evaluated',
    entity: 'contract',
    entityId: contract.contractId,
    vendorId: contract.vendorId,
    after: {
      asOf: asOfOf(contract.contractId),
      changed: changes.written.length,
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

/** Contracts to be looked at again, by key: never evaluated, stale, or past the day on which their outcome moves on. */
async function dueContracts(reader: Reader, asOf: string, after: number): Promise<number[]> {
  const rows = await reader
    .select({ id: contracts.id })
    .from(contracts)
    .leftJoin(contractEvaluations, eq(contractEvaluations.contractId, contracts.id))
    .where(
      and(
        gt(contracts.id, after),
        isAgreed,
        or(
          isNull(contractEvaluations.evaluatedAsOf),
          eq(contractEvaluations.stale, true),
          lte(contractEvaluations.nextChangeOn, asOf),
        ),
      ),
    )
    .orderBy(asc(contracts.id))
    .limit(CHUNK);
  return rows.map(({ id }) => id);
}

/** Locks the contracts' evaluation and says as of which day each is evaluated: never an earlier one than before. */
async function claimContracts(tx: Tx, contractIds: readonly number[], asOf: string) {
  const inOrder = [...contractIds].sort((a, b) => a - b);
  await tx
    .insert(contractEvaluations)
    .values(inOrder.map((contractId) => ({ contractId, stale: true })))
    .onConflictDoNothing();
  await tx.lockRow('contract_evaluations', 'contract_id', ...inOrder);
  const rows = await tx
    .select()
    .from(contractEvaluations)
    .where(inArray(contractEvaluations.contractId, inOrder));
  const days = new Map(rows.map((row) => [row.contractId, row.evaluatedAsOf]));
  return (contractId: number) => {
    const before = days.get(contractId);
    return before && before > asOf ? before : asOf;
  };
}

async function settleContracts(
  tx: Tx,
  evaluated: readonly (StoredContractInput & { computed: ContractEvaluation })[],
  { at, asOfOf }: { at: string; asOfOf: (contractId: number) => string },
): Promise<void> {
  const columns = {
    by: ['contractId'],
    set: ['stale', 'evaluatedAsOf', 'nextChangeOn', 'evaluatedAt'],
  } as const;
  const rows = evaluated.map(({ contract, input, computed }) => {
    const asOf = asOfOf(contract.contractId);
    return {
      contractId: contract.contractId,
      stale: false,
      evaluatedAsOf: asOf,
      nextChangeOn: nextChangeOn(computed, contract.lastDay, input.asOf ?? asOf),
      evaluatedAt: at,
    };
  });
  await tx.updateMany(contractEvaluations, columns, rows);
}

/** The next day on which the same data says something else: a pending period moves on, or a new month begins. */
function nextChangeOn(
  computed: ContractEvaluation,
  lastDay: string | null,
  asOf: string,
): string | null {
  const days = computed.terms.flatMap(({ evaluations }) =>
    evaluations.flatMap(({ changesOn }) =>
      changesOn !== null && changesOn > asOf ? [changesOn] : [],
    ),
  );
  const monthStart = firstDay(periodOfDate(asOf) + 1);
  if (lastDay === null || monthStart <= lastDay) days.push(monthStart);
  return days.sort()[0] ?? null;
}
