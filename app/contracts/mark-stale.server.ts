import { inArray } from 'drizzle-orm';
import { contracts, slaTerms } from '~db/schema/contracts';
import { contractEvaluations } from '~db/schema/sla';
import type { Tx } from '~db/store.server';

/**
 * Says that something which the evaluation of these contracts reads has changed, in the change's own transaction: they are
 * evaluated and settled anew.
 */
export async function markStale(tx: Tx, contractIds: readonly number[]): Promise<void> {
  if (contractIds.length === 0) return;
  const unique = [...new Set(contractIds)].sort((a, b) => a - b);
  await tx
    .insert(contractEvaluations)
    .values(unique.map((contractId) => ({ contractId, stale: true })))
    .onConflictDoUpdate({
      target: contractEvaluations.contractId,
      set: { stale: true, settledThrough: null },
    });
}

/** The same for every contract that has a term of these KPIs: what they measure is read with them. */
export async function markKpisStale(tx: Tx, kpiIds: readonly number[]): Promise<void> {
  if (kpiIds.length === 0) return;
  const rows = await tx
    .selectDistinct({ id: slaTerms.contractId })
    .from(slaTerms)
    .where(inArray(slaTerms.kpiId, [...kpiIds]));
  await markStale(
    tx,
    rows.map(({ id }) => id),
  );
}

/** The same for every contract of these vendors: what their readings are evaluated under. */
export async function markVendorsStale(tx: Tx, vendorIds: readonly number[]): Promise<void> {
  if (vendorIds.length === 0) return;
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(inArray(contracts.vendorId, [...vendorIds]));
  await markStale(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Holds how far contracts are evaluated and settled until the transaction ends. */
export async function lockEvaluations(tx: Tx, contractIds: readonly number[]): Promise<void> {
  const inOrder = [...contractIds].sort((a, b) => a - b);
  await tx
    .insert(contractEvaluations)
    .values(inOrder.map((contractId) => ({ contractId, stale: true })))
    .onConflictDoNothing();
  await tx.lockRow('contract_evaluations', 'contract_id', ...inOrder);
}
