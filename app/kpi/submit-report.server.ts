import { and, eq, gte, inArray, isNull, lte, ne } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record, recordAll } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { insiderRecipients, queueMail } from '~/notifications/queue-mail.server';
import { reasonText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { contracts } from '~db/schema/contracts';
import { reportFindings, reports } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { acceptInside } from './accept-report.server';
import { loadReport, type OpenReport } from './load-report.server';
import { periodsText } from './period-range';
import { checkSubmittable, LONGEST_COMMENT, type WaitingChoice } from './report';
import { waitingBeside } from './waiting-reports.server';

export type Submission = {
  reportId: number;
  /** What the sender says to each warning, by the finding's id. */
  comments: Readonly<Record<number, string>>;
  comment?: string | null;
  /** What becomes of those of the same months that wait for review; has to be said where there are any. */
  waiting?: WaitingChoice | null;
  /** Programs and the command line submit without comments and beside what waits; the warnings then stay recorded as uncommented. */
  uncommented?: boolean;
};

/**
 * Sends a report that was read without errors. Every warning needs a comment. It waits for its reviewer, unless it has no
 * warnings and a contract of the vendor lets it be accepted by itself.
 */
export async function submitReport(
  store: Store,
  act: Act,
  { reportId, comments, comment, waiting = null, uncommented = false }: Submission,
): Promise<Outcome<{ state: 'submitted' | 'accepted' }>> {
  const said = reasonText(comment, { field: 'note', missing: null });
  if (!said.ok) return said;
  const given: Given[] = [];
  for (const [id, typed] of Object.entries(comments)) {
    const bounds = { field: `comment.${id}`, missing: null, max: LONGEST_COMMENT };
    const read = reasonText(typed, bounds);
    if (!read.ok) return read;
    if (read.value !== '') given.push({ id: Number(id), text: read.value });
  }
  return store.transact(
    async (tx) => {
      const report = await loadReport(tx, act, reportId);
      if (!report) return refused('not_found');
      const allowed = checkSubmittable(report);
      if (!allowed.ok) return allowed;
      const missing = await saveComments(tx, act, reportId, given);
      const note = said.value || null;
      await tx.update(reports).set({ comment: note }).where(eq(reports.id, reportId));
      if (missing > 0 && !uncommented) {
        // Refused, and what was said stays: what was typed is never lost.
        return refused('warnings_need_comments', { count: missing });
      }
      const beside = await waitingBeside(tx, report);
      if (beside.length > 0 && waiting === null && !uncommented)
        return refused('report_waits', { count: beside.length }, 'waiting');
      if (waiting === 'replace') await replaceWaiting(tx, act, report, beside);
      const at = act.now.toISOString();
      await tx
        .update(reports)
        .set({
          state: 'submitted',
          submittedAt: at,
          submittedBy: personIdOf(act),
        })
        .where(eq(reports.id, reportId));
      await overtakeReturned(tx, report);
      await markVendorsStale(tx, [report.vendorId]);
      await record(tx, act, {
        action: 'report.submitted',
        entity: 'report',
        entityId: reportId,
        vendorId: report.vendorId,
        after: { warnings: report.warningCount, uncommented: missing },
      });
      if (report.warningCount === 0 && (await acceptsAlone(tx, report.vendorId))) {
        await acceptInside(tx, act, report, { note: null, alone: true });
        return done({ state: 'accepted' as const });
      }
      await tellReviewers(tx, act, report);
      return done({ state: 'submitted' as const });
    },
    { keepRefused: true },
  );
}

type Given = { id: number; text: string };

/** Keeps what was said to the warnings; returns how many have nothing said to them. */
async function saveComments(
  tx: Tx,
  act: Act,
  reportId: number,
  given: readonly Given[],
): Promise<number> {
  const at = act.now.toISOString();
  await tx.updateMany(
    reportFindings,
    { by: ['id', 'reportId'], set: ['comment', 'commentedAt', 'commentedBy'] },
    given.map(({ id, text }) => ({
      id,
      reportId,
      comment: text,
      commentedAt: at,
      commentedBy: personIdOf(act),
    })),
  );
  return tx.$count(
    reportFindings,
    and(
      eq(reportFindings.reportId, reportId),
      eq(reportFindings.severity, 'warning'),
      isNull(reportFindings.comment),
    ),
  );
}

/** An earlier report of the same months that was sent back is overtaken by the one that mends it. */
async function overtakeReturned(tx: Tx, report: OpenReport): Promise<void> {
  if (report.firstPeriod === null || report.lastPeriod === null) return;
  await tx
    .update(reports)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(reports.vendorId, report.vendorId),
        eq(reports.source, report.source),
        eq(reports.state, 'changes_requested'),
        ne(reports.id, report.id),
        lte(reports.firstPeriod, report.lastPeriod),
        gte(reports.lastPeriod, report.firstPeriod),
      ),
    );
}

/** What waited for review is overtaken by the report that takes its place. */
async function replaceWaiting(
  tx: Tx,
  act: Act,
  report: OpenReport,
  waiting: readonly { id: number }[],
): Promise<void> {
  const ids = waiting.map(({ id }) => id).sort((a, b) => a - b);
  await tx.lockRow('reports', 'id', ...ids);
  const still = and(inArray(reports.id, ids), eq(reports.state, 'submitted'));
  const replaced = await tx
    .update(reports)
    .set({ state: 'superseded' })
    .where(still)
    .returning({ id: reports.id });
  await recordAll(
    tx,
    act,
    replaced.map(({ id }) => ({
      action: 'report.superseded',
      entity: 'report',
      entityId: id,
      vendorId: report.vendorId,
      before: { state: 'submitted' },
      after: { state: 'superseded' },
    })),
  );
}

async function acceptsAlone(tx: Tx, vendorId: number): Promise<boolean> {
  const [contract] = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        eq(contracts.vendorId, vendorId),
        eq(contracts.acceptsAlone, true),
        inArray(contracts.state, ['active']),
      ),
    )
    .limit(1);
  return contract !== undefined;
}

/** Tells those who review that a report waits for them. */
export async function tellReviewers(tx: Tx, act: Act, report: OpenReport): Promise<void> {
  const [vendor] = await tx
    .select({ name: vendors.name })
    .from(vendors)
    .where(eq(vendors.id, report.vendorId));
  await queueMail(tx, act, await insiderRecipients(tx, 'manager', report.vendorId), {
    template: 'reportSubmitted',
    params: {
      vendor: vendor?.name ?? '',
      periods: periodsText(report),
      warnings: report.warningCount,
      link: `/reports/${report.id}`,
    },
    vendorId: report.vendorId,
  });
}
