import { and, asc, eq, inArray } from 'drizzle-orm';
import { dayOf, type Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { reportsDue } from '~/kpi/due-queries.server';
import { todayIn } from '~/shared/today';
import { isOutstanding } from '~/kpi/report-due';
import { daysBetween } from '~/shared/calendar';
import { reports, uploads } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { usuallyBy, type Task } from './task';

/** Reports looked at for a desk; more of them are folded anyway. */
const MOST = 200;
/** Months back in which reports are still called for. */
const MONTHS_BACK = 3;
/** Days before its due day from which a vendor's own report is on its desk. */
const DUE_WITHIN_DAYS = 14;

/** Reports that were sent and wait for their review. */
export async function reportsToReview(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reportsIn(reader, scope, ['submitted']);
  return rows.map(({ id, vendor, period, sentAt, warnings }) => ({
    kind: 'report_review',
    key: `report:${id}`,
    href: `/reports/${id}`,
    dueOn: sentAt === null ? null : usuallyBy('report_review', dayOf(new Date(sentAt))),
    period,
    params: { vendor, warnings },
  }));
}

/** A vendor's own reports that were sent back, or that were read and not sent yet. */
export async function reportsToMend(reader: Reader, scope: Scope): Promise<Task[]> {
  const rows = await reportsIn(reader, scope, ['draft', 'changes_requested']);
  return rows.map(({ id, state, period, file, decidedAt, errors, readings }) => ({
    kind:
      state !== 'draft'
        ? 'report_returned'
        : errors > 0 || readings === 0
          ? 'report_errors'
          : 'report_draft',
    key: `report:${id}`,
    href: `/reports/${id}`,
    dueOn:
      state === 'draft' || decidedAt === null
        ? null
        : usuallyBy('report_returned', dayOf(new Date(decidedAt))),
    period,
    params: { file, errors },
  }));
}

async function reportsIn(
  reader: Reader,
  scope: Scope,
  states: ('draft' | 'submitted' | 'changes_requested')[],
) {
  const rows = await reader
    .select({
      id: reports.id,
      state: reports.state,
      vendor: vendors.name,
      period: reports.lastPeriod,
      sentAt: reports.submittedAt,
      decidedAt: reports.decidedAt,
      warnings: reports.warningCount,
      errors: reports.errorCount,
      readings: reports.readingCount,
      file: uploads.fileName,
    })
    .from(reports)
    .innerJoin(vendors, eq(vendors.id, reports.vendorId))
    .leftJoin(uploads, eq(uploads.id, reports.uploadId))
    .where(and(inArray(reports.state, states), withinScope(scope, reports.vendorId)))
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, file: row.file ?? '' }));
}

/** Reports of vendors that are still out after the days of grace. */
export async function overdueReports(reader: Reader, scope: Scope, now: Date): Promise<Task[]> {
  const due = await reportsDue(reader, scope, todayIn(now), { monthsBack: MONTHS_BACK });
  return due
    .filter((report) => isOutstanding(report) && report.time === 'overdue')
    .map(({ contractId, vendorCode, vendorName, period, graceEnd, contractNumber }) => ({
      kind: 'report_overdue',
      key: `due:${contractId}:${period}`,
      href: `/reports?vendor=${encodeURIComponent(vendorCode)}`,
      dueOn: graceEnd,
      period,
      params: { vendor: vendorName, contract: contractNumber },
    }));
}

/** A vendor's own reports that are called for within the next days, or should have been sent. */
export async function reportsToSend(reader: Reader, scope: Scope, now: Date): Promise<Task[]> {
  const today = todayIn(now);
  const due = await reportsDue(reader, scope, today, { monthsBack: MONTHS_BACK });
  return due
    .filter(
      (report) =>
        isOutstanding(report) &&
        report.sent !== 'returned' &&
        daysBetween(today(report.timeZone), report.dueOn) <= DUE_WITHIN_DAYS,
    )
    .map(({ contractId, contractNumber, period, dueOn, time }) => ({
      kind: time === 'overdue' ? 'report_overdue' : 'report_due',
      key: `due:${contractId}:${period}`,
      href: '/reports/new',
      dueOn,
      period,
      params: { vendor: '', contract: contractNumber },
    }));
}
