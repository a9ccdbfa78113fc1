import { and, eq, sql } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { reports } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { periodsText } from './period-range';
import { checkDecidable } from './report';
import { loadReport, type OpenReport } from './load-report.server';

/** Accepts a submitted report: from now on its readings count, and supersede those that said the same before. */
export async function acceptReport(
  store: Store,
  act: Act,
  { reportId, note }: { reportId: number; note?: string | null },
): Promise<Outcome> {
  const said = reasonText(note, { field: 'note', missing: null });
  if (!said.ok) return said;
  return store.transact(async (tx) => {
    const report = await loadReport(tx, act, reportId);
    if (!report) return refused('not_found');
    const allowed = checkDecidable(report, personIdOf(act));
    if (!allowed.ok) return allowed;
    await acceptInside(tx, act, report, { note: said.value || null, alone: false });
    return done();
  });
}

/** The acceptance itself, in the transaction of whoever decided it. */
export async function acceptInside(
  tx: Tx,
  act: Act,
  report: OpenReport,
  { note, alone }: { note: string | null; alone: boolean },
): Promise<void> {
  // Another report of the same figures that is accepted at the same time waits, and then finds this one's.
  await markVendorsStale(tx, [report.vendorId]);
  await tx.lockRow('vendors', 'id', report.vendorId);
  await tx
    .update(reports)
    .set({
      state: 'accepted',
      decidedAt: act.now.toISOString(),
      decidedBy: alone ? null : personIdOf(act),
      decisionNote: note,
    })
    .where(eq(reports.id, report.id));
  await supersedeReadings(tx, report);
  await retireEmptyReports(tx, report);
  await record(tx, act, {
    action: 'report.accepted',
    entity: 'report',
    entityId: report.id,
    vendorId: report.vendorId,
    before: { state: 'submitted' },
    after: { state: 'accepted', alone },
  });
  await queueMail(tx, act, await vendorRecipients(tx, report.vendorId), {
    template: 'reportAccepted',
    params: { periods: periodsText(report), link: `/reports/${report.id}` },
    vendorId: report.vendorId,
  });
}

/** The accepted readings of the same KPI, month, market, service and source give way; they stay in the history. */
async function supersedeReadings(tx: Tx, report: OpenReport): Promise<void> {
  if (report.firstPeriod === null || report.lastPeriod === null) return;
  await tx.execute(sql`
    update readings set superseded_by = ${report.id}
    where vendor_id = ${report.vendorId}
      and period between ${report.firstPeriod} and ${report.lastPeriod}
      and superseded_by is null
      and report_id <> ${report.id}
      and report_id in (
        select id from reports where vendor_id = ${report.vendorId} and state = 'accepted'
      )
      and exists (
        select 1 from readings as newer
        where newer.vendor_id = readings.vendor_id
          and newer.kpi_id = readings.kpi_id
          and newer.period = readings.period
          and newer.report_id = ${report.id}
          and newer.source = readings.source
          and newer.market_id is not distinct from readings.market_id
          and newer.service_id is not distinct from readings.service_id
      )`);
}

/** A report of which nothing stands any more is superseded as a whole. */
async function retireEmptyReports(tx: Tx, report: OpenReport): Promise<void> {
  await tx
    .update(reports)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(reports.vendorId, report.vendorId),
        eq(reports.state, 'accepted'),
        sql`${reports.id} <> ${report.id}`,
        sql`exists (select 1 from readings where readings.superseded_by = ${report.id} and readings.report_id = ${reports.id})`,
        sql`not exists (select 1 from readings where readings.report_id = ${reports.id} and readings.superseded_by is null)`,
      ),
    );
}
