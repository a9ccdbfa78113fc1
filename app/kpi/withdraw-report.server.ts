import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reports } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { loadOwnReport, type OpenReport } from './load-report.server';
import { checkWithdrawable } from './report';
import { tellReviewers } from './tell-reviewers.server';

/** Takes a report back that waits for review. */
export async function withdrawReport(
  store: Store,
  act: Act,
  { reportId }: { reportId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const report = await loadOwnReport(tx, act, reportId);
    if (!report) return refused('not_found');
    const allowed = checkWithdrawable(report, { isOwn: act.scope.kind === 'vendor' });
    if (!allowed.ok) return allowed;
    await takeBack(tx, act, report.vendorId, [report]);
    return done();
  });
}

/**
 * Reports of a vendor that waited for review are drafts again, with all that was said in them, and their reviewers are told
 * that there is nothing left to do.
 */
export async function takeBack(
  tx: Tx,
  act: Act,
  vendorId: number,
  taken: readonly OpenReport[],
): Promise<void> {
  if (taken.length === 0) return;
  const ids = taken.map(({ id }) => id);
  await tx
    .update(reports)
    .set({ state: 'draft', submittedAt: null, submittedBy: null })
    .where(inArray(reports.id, ids));
  await markVendorsStale(tx, [vendorId]);
  await recordAll(
    tx,
    act,
    ids.map((id) => ({
      action: 'report.withdrawn',
      entity: 'report',
      entityId: id,
      vendorId,
      before: { state: 'submitted' },
      after: { state: 'draft' },
    })),
  );
  await tellReviewers(tx, act, vendorId, { template: 'reportWithdrawn', reports: taken });
}
