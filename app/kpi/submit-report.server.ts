import { and, eq, inArray, isNull } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { markVendorsStale } from '~/contracts/mark-stale.server';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { contracts } from '~db/schema/contracts';
import { reportFindings, reports } from '~db/schema/kpi';
import type { Store, Tx } from '~db/store.server';
import { acceptInside } from './accept-report.server';
import { loadReport, type OpenReport } from './load-report.server';
import { overtakeReturned, replaceWaiting } from './overtake-reports.server';
import {
  checkSubmittable,
  checkWaitingChoice,
  LONGEST_COMMENT,
  type WaitingChoice,
} from './report';
import { tellReviewers } from './tell-reviewers.server';
import { waitingBeside } from './waiting-reports.server';

export type Submission = {
  reportId: number;
  /** What the sender says to each warning, by the finding's id. */
  comments: Readonly<Record<number, string>>;
  comment?: string | null;
  /** What becomes of those that wait for review and of which it holds every figure; has to be said where there are any. */
  waiting?: WaitingChoice | null;
  /**
   * Programs and the command line submit without comments and beside what waits; the warnings then stay recorded as
   * uncommented.
   */
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
  const given = readComments(comments);
  if (!given.ok) return given;
  return store.transact(
    async (tx) => {
      const report = await loadReport(tx, act, reportId);
      if (!report) return refused('not_found');
      const allowed = checkSubmittable(report);
      if (!allowed.ok) return allowed;
      const missing = await saveComments(tx, act, reportId, given.value);
      const note = said.value || null;
      await tx.update(reports).set({ comment: note }).where(eq(reports.id, reportId));
      if (missing > 0 && !uncommented) {
        // Refused, and what was said stays: what was typed is never lost.
        return refused('warnings_need_comments', { count: missing });
      }
      const beside = await waitingBeside(tx, report);
      const followed = checkWaitingChoice(beside, waiting ?? (uncommented ? 'keep' : null));
      if (!followed.ok) return followed;
      if (waiting === 'replace') await replaceWaiting(tx, act, report);
      await send(tx, act, report, missing);
      if (report.warningCount === 0 && (await acceptsAlone(tx, report.vendorId))) {
        await acceptInside(tx, act, report, { note: null, alone: true });
        return done({ state: 'accepted' as const });
      }
      await tellReviewers(tx, act, report.vendorId, {
        template: 'reportSubmitted',
        reports: [report],
      });
      return done({ state: 'submitted' as const });
    },
    { keepRefused: true },
  );
}

type Given = { id: number; text: string };

function readComments(comments: Submission['comments']): Outcome<Given[]> {
  const given: Given[] = [];
  for (const [id, typed] of Object.entries(comments)) {
    const bounds = { field: `comment.${id}`, missing: null, max: LONGEST_COMMENT };
    const read = reasonText(typed, bounds);
    if (!read.ok) return read;
    if (read.value !== '') given.push({ id: Number(id), text: read.value });
  }
  return done(given);
}

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

/** Puts a report before its reviewers; what was sent back and is all mended by it is done with. */
async function send(tx: Tx, act: Act, report: OpenReport, uncommented: number): Promise<void> {
  const { id, vendorId, warningCount } = report;
  await tx
    .update(reports)
    .set({
      state: 'submitted',
      submittedAt: act.now.toISOString(),
      submittedBy: personIdOf(act),
    })
    .where(eq(reports.id, id));
  await overtakeReturned(tx, act, report);
  await markVendorsStale(tx, [vendorId]);
  await record(tx, act, {
    action: 'report.submitted',
    entity: 'report',
    entityId: id,
    vendorId,
    after: { warnings: warningCount, uncommented },
  });
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
