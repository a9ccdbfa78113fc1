import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reports } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { loadReport } from './load-report.server';

/** Has the file of a draft read once more, after its columns were mapped or the registers changed. */
export async function readReportAgain(
  store: Store,
  act: Act,
  { reportId }: { reportId: number },
  follow: (tx: Tx, reportId: number) => Promise<void>,
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const report = await loadReport(tx, act, reportId);
    if (!report) return refused('not_found');
    if (report.state !== 'draft' && report.state !== 'staging')
      return refused('report_not_draft', { state: report.state });
    await tx.update(reports).set({ state: 'staging' }).where(eq(reports.id, reportId));
    await record(tx, act, {
      action: 'report.asked',
      entity: 'report',
      entityId: reportId,
      vendorId: report.vendorId,
      before: { state: report.state },
      after: { state: 'staging' },
    });
    await follow(tx, reportId);
    return done();
  });
}
