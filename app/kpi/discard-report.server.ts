import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { readings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { loadOwnReport } from './load-report.server';
import { isDiscardable } from './report';

/** Throws a report away that was not sent, or was sent back: its readings go, its file and history stay. */
export async function discardReport(
  store: Store,
  act: Act,
  { reportId }: { reportId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const report = await loadOwnReport(tx, act, reportId);
    if (!report) return refused('not_found');
    if (!isDiscardable(report.state)) return refused('wrong_state', { state: report.state });
    await tx.delete(readings).where(eq(readings.reportId, reportId));
    await tx
      .update(reports)
      .set({ state: 'discarded', readingCount: 0 })
      .where(eq(reports.id, reportId));
    await record(tx, act, {
      action: 'report.discarded',
      entity: 'report',
      entityId: reportId,
      vendorId: report.vendorId,
      before: { state: report.state },
    });
    return done();
  });
}
