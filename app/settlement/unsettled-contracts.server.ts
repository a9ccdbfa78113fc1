import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import { isAgreed } from '~/contracts/agreed.server';
import { lockEvaluations } from '~/contracts/mark-stale.server';
import { lastMonthOver } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Reader, Tx } from '~db/store.server';

type Contract = typeof contracts.$inferSelect;

/** Contracts of which something has changed since they were settled, or for which a month is over that was not. */
export async function unsettledContracts(
  reader: Reader,
  { after, asOf, limit }: { after: number; asOf: string; limit: number },
): Promise<number[]> {
  const { settledThrough } = contractEvaluations;
  const rows = await reader
    .select({ id: contracts.id })
    .from(contracts)
    .leftJoin(contractEvaluations, eq(contractEvaluations.contractId, contracts.id))
    .where(
      and(
        gt(contracts.id, after),
        isAgreed,
        or(isNull(settledThrough), lt(settledThrough, lastMonthOver(asOf))),
      ),
    )
    .orderBy(asc(contracts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Whoever changes one of them or moves its statements meanwhile waits, and marks it as changed after it was settled; their
 * locks are taken in the order of whoever changes a contract.
 */
export async function lockUnsettled(tx: Tx, ids: readonly number[]): Promise<Contract[]> {
  await tx.lockRow('contracts', 'id', ...ids);
  await lockEvaluations(tx, ids);
  return tx
    .select()
    .from(contracts)
    .where(inArray(contracts.id, [...ids]))
    .orderBy(asc(contracts.id));
}

/** Notes of contracts that their months are settled, until something changes. */
export async function noteSettled(tx: Tx, ids: readonly number[], asOf: string): Promise<void> {
  await tx
    .update(contractEvaluations)
    .set({ settledThrough: lastMonthOver(asOf) })
    .where(inArray(contractEvaluations.contractId, [...ids]));
}
