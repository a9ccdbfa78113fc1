import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import { reports } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { loadReport } from './load-report.server';
import { periodsText } from './period-range';
import { checkWithdrawable } from './report';

/**
 * Takes a report back that waits for review: it is a draft of the vendor again, with all that was said in it, and its
 * reviewers are told that there is nothing left to do.
 */
export async function withdrawReport(
  store: Store,
  act: Act,
  { reportId }: { reportId: number },
): Promise<Outcome> {
  return store.transact(async (tx) => {
    const report = await loadReport(tx, act, reportId);
    if (!report) return refused('not_found');
    const [sender] = await tx
      .select({ vendorId: people.vendorId })
      .from(people)
      .where(eq(people.id, report.createdBy ?? 0));
    const isOwn = act.scope.kind === 'vendor' && sender?.vendorId === act.scope.vendorId;
    const allowed = checkWithdrawable(report, { isOwn });
    if (!allowed.ok) return allowed;
    await tx
      .update(reports)
      .set({ state: 'draft', submittedAt: null, submittedBy: null })
      .where(eq(reports.id, reportId));
    await markVendorsStale(tx, [report.vendorId]);
    await record(tx, act, {
      action: 'report.withdrawn',
      entity: 'report',
      entityId: reportId,
      vendorId: report.vendorId,
      before: { state: 'submitted' },
      after: { state: 'draft' },
    });
    const [vendor] = await tx
      .select({ name: vendors.name })
      .from(vendors)
      .where(eq(vendors.id, report.vendorId));
    await queueMail(tx, act, await insiderRecipients(tx, 'manager', report.vendorId), {
      template: 'reportWithdrawn',
      params: { vendor: vendor?.name ?? '', periods: periodsText(report), link: '/reports' },
      vendorId: report.vendorId,
    });
    return done();
  });
}
