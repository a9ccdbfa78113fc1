import { and, eq, notInArray, type SQL } from 'drizzle-orm';
import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Scope } from '~/auth/act';
import type { Ask } from '~/exports/export-table.server';
import { describeFinding } from '~/kpi/describe-finding';
import { findingsOf } from '~/kpi/finding-queries.server';
import { isFinding, sayFinding } from '~/kpi/finding-words.server';
import { readingSources } from '~/kpi/reading';
import { reportChannels, reportStates } from '~/kpi/report';
import { tellsFiguresAlone, visibleReports } from '~/kpi/report-queries.server';
import { formatPeriod, type Period } from '~/shared/period';
import { reports } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { codeText, count, instant, month, recordKey, text } from './cells';
import { code, words } from './filter.server';
import { reportError, type ReportError } from './report-arrival.server';
import { byKey, byText, ownKey, resource } from './resource.server';

type ReportRow = Awaited<ReturnType<typeof readReports>>[number];

/** Reports as the reader may see them: `wordless` are those of which a vendor is told the figures alone. */
async function readReports(reader: Reader, scope: Scope, { where, orderBy, limit }: Ask) {
  const query = reader
    .select({ report: reports, vendor: vendors.code })
    .from(reports)
    .innerJoin(vendors, eq(vendors.id, reports.vendorId))
    .where(and(where, shown(scope)))
    .orderBy(...orderBy)
    .$dynamic();
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map((row) => ({ ...row, wordless: tellsFiguresAlone(scope, row.report) }));
}

/** What was thrown away, or is still being read, is no report yet. */
function shown(scope: Scope): SQL | undefined {
  return and(visibleReports(scope), notInArray(reports.state, ['discarded', 'staging']));
}

const shownStates = reportStates.filter((state) => state !== 'discarded' && state !== 'staging');

const monthOf = (period: Period | null) => (period === null ? null : formatPeriod(period));

const reportRow = z
  .strictObject({
    id: recordKey,
    vendor: codeText,
    state: z.enum(shownStates),
    source: z.enum(readingSources),
    channel: z.enum(reportChannels),
    first_month: month.nullable(),
    last_month: month.nullable(),
    readings: count,
    errors: count,
    warnings: count,
    comment: text.nullable(),
    received: instant,
    submitted: instant.nullable(),
    decided: instant.nullable(),
    decision_note: text.nullable(),
  })
  .meta({ id: 'Report' });

export const reportResource = resource<ReportRow>({
  about: 'Reports of KPI readings: where each stands, not what it says',
  needs: 'reports.read',
  rows: { read: readReports },
  cells: {
    vendor: (row) => row.vendor,
    state: (row) => row.report.state,
    source: (row) => row.report.source,
    channel: (row) => row.report.channel,
    first_month: (row) => monthOf(row.report.firstPeriod),
    last_month: (row) => monthOf(row.report.lastPeriod),
    readings: (row) => row.report.readingCount,
    errors: (row) => row.report.errorCount,
    warnings: (row) => row.report.warningCount,
    comment: (row) => (row.wordless ? null : row.report.comment),
    received: (row) => row.report.createdAt,
    submitted: (row) => row.report.submittedAt,
    decided: (row) => row.report.decidedAt,
    decision_note: (row) => (row.wordless ? null : row.report.decisionNote),
  },
  id: ownKey(reports.id, (row) => row.report.id),
  tie: [reports.id],
  sorts: {
    received: byText(reports.createdAt, (row) => row.report.createdAt),
    id: byKey(reports.id, (row) => row.report.id),
  },
  defaultSort: '-received',
  filters: {
    vendor: code(reports.vendorId, 'vendors', 'Code of the vendor'),
    state: words(reports.state, shownStates, 'Where it stands'),
    source: words(reports.source, readingSources, 'Where it comes from'),
  },
  row: reportRow,
  item: reportRow
    .extend({
      findings: z
        .array(reportError)
        .meta({ description: 'What it warns of; the comments to it are given in the portal' }),
    })
    .meta({ id: 'ReportWithFindings' }),
  more: async ({ reader, t }, { report, wordless }) => ({
    findings: wordless ? [] : await saidFindings(reader, report.id, 'warning', t),
  }),
});

/** All that is wrong with a report, in words. */
export function reportErrors(reader: Reader, reportId: number, t: TFunction) {
  return saidFindings(reader, reportId, 'error', t);
}

async function saidFindings(
  reader: Reader,
  reportId: number,
  severity: 'error' | 'warning',
  t: TFunction,
): Promise<ReportError[]> {
  const say = sayFinding(t);
  const kept = await findingsOf(reader, reportId, { severity });
  return kept.filter(isFinding).map((finding) => ({
    row: finding.row,
    column: finding.columnName,
    code: finding.code,
    message: describeFinding(finding, say).what,
    value: finding.value,
  }));
}
