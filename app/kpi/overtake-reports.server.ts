import { and, eq, inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { reports } from '~db/schema/kpi';
import type { Tx } from '~db/store.server';
import type { OpenReport } from './load-report.server';
import { isOvertakenBy, waitingBeside } from './waiting-reports.server';
import { takeBack } from './withdraw-report.server';

/**
 * A report takes the place of those that wait and may give way: they are taken back, and whoever brought them may send them
 * again. The others wait on: what only they hold is in no other report.
 */
export async function replaceWaiting(tx: Tx, act: Act, report: OpenReport): Promise<void> {
  const before = await waitingBeside(tx, report);
  await tx.lockRow('reports', 'id', ...before.map(({ id }) => id));
  const givingWay = (await waitingBeside(tx, report)).filter(({ stays }) => stays === null);
  if (givingWay.length === 0) return;
  const ids = givingWay.map(({ id }) => id);
  const taken = await tx
    .select()
    .from(reports)
    .where(and(inArray(reports.id, ids), eq(reports.state, 'submitted')));
  await takeBack(tx, act, report.vendorId, taken);
}

/** What was sent back is overtaken by the report that mends all of it. */
export async function overtakeReturned(tx: Tx, act: Act, report: OpenReport): Promise<void> {
  const overtaken = await tx
    .update(reports)
    .set({ state: 'superseded' })
    .where(and(eq(reports.state, 'changes_requested'), isOvertakenBy(report)))
    .returning({ id: reports.id });
  await recordAll(
    tx,
    act,
    overtaken.map(({ id }) => ({
      action: 'report.superseded',
      entity: 'report',
      entityId: id,
      vendorId: report.vendorId,
      before: { state: 'changes_requested' },
      after: { state: 'superseded' },
    })),
  );
}
