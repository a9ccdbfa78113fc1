import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markStale } from '~/contracts/mark-stale.server';
import { formatPeriod } from '~/shared/period';
import { randomId } from '~db/columns';
import { excusals } from '~db/schema/sla';
import type { Store, Tx } from '~db/store.server';
import { evaluateContracts } from './evaluate-contracts.server';
import type { ExcusalKind, Span } from './excusal';
import type { LoadedCase } from './load-case.server';

type Agreed = { kind: ExcusalKind; reason: string; agreedBy: string };
type Owner = { contractId: number; kpiId: number; vendorId: number };

/** Writes agreed exclusions for spans of months of a contract's KPI, each with its audit entry. */
export async function writeExcusals(
  tx: Tx,
  act: Act,
  { contractId, kpiId, vendorId }: Owner,
  spans: readonly Span[],
  agreed: Agreed,
): Promise<void> {
  for (const { first, last } of spans) {
    const id = randomId();
    await tx.insert(excusals).values({
      id,
      contractId,
      kpiId,
      firstPeriod: first,
      lastPeriod: last,
      ...agreed,
      createdAt: act.now.toISOString(),
      createdBy: personIdOf(act),
    });
    await record(tx, act, {
      action: 'excusal.added',
      entity: 'excusal',
      entityId: id,
      vendorId,
      after: { contractId, kpiId, from: formatPeriod(first), to: formatPeriod(last), ...agreed },
    });
  }
}

/** Evaluates the case's contract again in the same transaction, so that whoever decided sees what came of it. */
export async function reevaluate(
  store: Store,
  tx: Tx,
  act: Act,
  { row, today }: Pick<LoadedCase, 'row' | 'today'>,
): Promise<void> {
  await markStale(tx, [row.contractId]);
  await evaluateContracts(store, act.now, today, [row.contractId]);
}
