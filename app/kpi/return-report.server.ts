import { eq } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import type { Period } from '~/shared/period';
import { reportFindings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { loadReport } from './load-report.server';
import { periodsText } from './period-range';
import { checkDecidable, LONGEST_COMMENT } from './report';

/** A cell that the reviewer asks to have changed, and why. */
export type ChangeRequest = {
  kpi: string;
  period: Period;
  market: string | null;
  service: string | null;
  value: string | null;
  text: string;
};

/** Sends a submitted report back to be changed, cell by cell or as a whole, always with words. */
export async function returnReport(
  store: Store,
  act: Act,
  { reportId, note, requests }: { reportId: number; note: string; requests: ChangeRequest[] },
): Promise<Outcome> {
  const said = reasonText(note, { field: 'note', missing: null });
  if (!said.ok) return said;
  const asked = askedOf(requests);
  if (!asked.ok) return asked;
  return store.transact(async (tx) => {
    const report = await loadReport(tx, act, reportId);
    if (!report) return refused('not_found');
    const allowed = checkDecidable(report, personIdOf(act));
    if (!allowed.ok) return allowed;
    if (said.value === '' && asked.value.length === 0)
      return refused('reason_required', {}, 'note');
    const at = act.now.toISOString();
    if (asked.value.length > 0)
      await tx
        .insert(reportFindings)
        .values(asked.value.map((each) => findingOf(each, reportId, act)));
    await tx
      .update(reports)
      .set({
        state: 'changes_requested',
        decidedAt: at,
        decidedBy: personIdOf(act),
        decisionNote: said.value || null,
      })
      .where(eq(reports.id, reportId));
    await markVendorsStale(tx, [report.vendorId]);
    await record(tx, act, {
      action: 'report.changes_requested',
      entity: 'report',
      entityId: reportId,
      vendorId: report.vendorId,
      before: { state: 'submitted' },
      after: { state: 'changes_requested', requests: asked.value.length },
    });
    await queueMail(tx, act, await vendorRecipients(tx, report.vendorId), {
      template: 'reportReturned',
      params: { periods: periodsText(report), note: said.value, link: `/reports/${reportId}` },
      vendorId: report.vendorId,
    });
    return done();
  });
}

/** The requests that say something, each with words that can be kept. */
function askedOf(requests: readonly ChangeRequest[]): Outcome<ChangeRequest[]> {
  const asked: ChangeRequest[] = [];
  for (const request of requests) {
    const text = reasonText(request.text, { field: 'note', missing: null, max: LONGEST_COMMENT });
    if (!text.ok) return text;
    if (text.value !== '') asked.push({ ...request, text: text.value });
  }
  return done(asked);
}

function findingOf(
  { kpi, period, market, service, value, text }: ChangeRequest,
  reportId: number,
  act: Act,
): typeof reportFindings.$inferInsert {
  return {
    reportId,
    severity: 'request',
    code: 'requested',
    kpiCode: kpi,
    period,
    marketCode: market,
    serviceCode: service,
    value,
    params: {},
    comment: text,
    commentedAt: act.now.toISOString(),
    commentedBy: personIdOf(act),
  };
}
