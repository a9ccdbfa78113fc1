import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { isAgreed } from '~/contracts/agreed.server';
import { lockEvaluations } from '~/contracts/mark-stale.server';
import { firstDay, periodOfDate } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Reader, Tx } from '~db/store.server';
import type { ContractEvaluation } from './contract-evaluation';
import type { StoredContractInput } from './evaluation-input.server';

/** As of which day a contract is evaluated. */
export type AsOfOf = (contractId: number) => string;

/** Contracts to be looked at again, by key: never evaluated, stale, or past the day on which their outcome moves on. */
export async function dueContracts(
  reader: Reader,
  { asOf, after, limit }: { asOf: string; after: number; limit: number },
): Promise<number[]> {
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
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Locks the contracts' evaluation, and their vendors, whose other contracts count into the same years; says as of which
 * day each is evaluated: never an earlier one than before.
 */
export async function claimContracts(
  tx: Tx,
  contractIds: readonly number[],
  asOf: string,
): Promise<AsOfOf> {
  await lockEvaluations(tx, contractIds);
  const rows = await tx
    .select()
    .from(contractEvaluations)
    .where(inArray(contractEvaluations.contractId, [...contractIds]));
  const owners = await tx
    .selectDistinct({ vendorId: contracts.vendorId })
    .from(contracts)
    .where(inArray(contracts.id, [...contractIds]))
    .orderBy(asc(contracts.vendorId));
  await tx.lockRow('vendors', 'id', ...owners.map(({ vendorId }) => vendorId));
  const days = new Map(rows.map((row) => [row.contractId, row.evaluatedAsOf]));
  return (contractId: number) => {
    const before = days.get(contractId);
    return before && before > asOf ? before : asOf;
  };
}

/** Notes of evaluated contracts up to which day they are, and when they are to be looked at again. */
export async function settleContracts(
  tx: Tx,
  evaluated: readonly (StoredContractInput & { computed: ContractEvaluation })[],
  { at, asOfOf }: { at: string; asOfOf: AsOfOf },
): Promise<void> {
  const columns = {
    by: ['contractId'],
    set: ['stale', 'evaluatedAsOf', 'nextChangeOn', 'evaluatedAt', 'settledThrough'],
  } as const;
  const rows = evaluated.map(({ contract, input, computed }) => {
    const asOf = asOfOf(contract.contractId);
    return {
      contractId: contract.contractId,
      stale: false,
      evaluatedAsOf: asOf,
      nextChangeOn: nextChangeOn(computed, contract.lastDay, input.asOf ?? asOf),
      evaluatedAt: at,
      settledThrough: null,
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
