import type { Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { checkEvents, dueDiligenceChecks } from '~db/schema/diligence';
import type { Tx } from '~db/store.server';
import { checksRunOut } from './check-list-queries.server';

/** Marks results whose last day lies before a day: the check has to be made again. How many. */
export async function expireChecks(tx: Tx, act: Act, today: string): Promise<number> {
  const over = await checksRunOut(tx, today);
  await tx.updateMany(
    dueDiligenceChecks,
    { by: ['id'], set: ['state', 'settledAt'] },
    over.map(({ id }) => ({ id, state: 'expired' as const, settledAt: null })),
  );
  await tx.insertMany(
    checkEvents,
    over.map(({ id: checkId, expiresOn }) => ({
      checkId,
      at: act.now.toISOString(),
      kind: 'expired' as const,
      text: expiresOn,
      byPortal: true,
    })),
  );
  await recordAll(
    tx,
    act,
    over.map(({ id, vendorId, state, expiresOn }) => ({
      action: 'check.expired',
      entity: 'check',
      entityId: id,
      vendorId,
      before: { state },
      after: { state: 'expired', expiresOn },
    })),
  );
  return over.length;
}
