import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { loadOwnReport } from './load-report.server';
import { checkAnswerable } from './report';
import { tellReviewers } from './tell-reviewers.server';

/**
 * Stands by the figures of a report that was sent back, with words: it waits for its reviewer again as it is. Refused
 * without an answer (`required`) and where nothing was asked (`report_not_returned`).
 */
export async function answerReport(
  store: Store,
  act: Act,
  { reportId, answer }: { reportId: number; answer: string },
): Promise<Outcome> {
  const said = reasonText(answer, { field: 'answer' });
  if (!said.ok) return said;
  const words = said.value;
  return store.transact(async (tx) => {
    const report = await loadOwnReport(tx, act, reportId);
    if (!report) return refused('not_found');
    const allowed = checkAnswerable(report);
    if (!allowed.ok) return allowed;
    const submitted = { submittedAt: act.now.toISOString(), submittedBy: personIdOf(act) };
    const undecided = { decidedAt: null, decidedBy: null, decisionNote: null };
    await tx
      .update(reports)
      .set({ state: 'submitted', comment: words, ...submitted, ...undecided })
      .where(eq(reports.id, reportId));
    await markVendorsStale(tx, [report.vendorId]);
    await record(tx, act, {
      action: 'report.answered',
      entity: 'report',
      entityId: reportId,
      vendorId: report.vendorId,
      before: { state: report.state, asked: report.decisionNote, comment: report.comment },
      after: { state: 'submitted', comment: words },
    });
    await tellReviewers(tx, act, report.vendorId, {
      template: 'reportSubmitted',
      reports: [report],
    });
    return done();
  });
}
