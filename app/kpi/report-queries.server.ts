import { alias } from 'drizzle-orm/sqlite-core';
import { and, asc, desc, eq, gte, inArray, lte, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { countListed } from '~/shared/count-listed.server';
import { holdsText } from '~/shared/holds-text.server';
import { pageWindow, type ListQuery, type ListSpec } from '~/shared/list-query';
import { parsePeriod } from '~/shared/period';
import { people } from '~db/schema/auth';
import { readings, reports, uploads } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { readingSources, type ReadingSource } from './reading';
import { listedStates } from './report';
import { isOfVendor } from './report-sides.server';

type Sort = 'waiting' | 'vendor' | 'period' | 'sent' | 'received';
type Filter = 'state' | 'vendor' | 'period' | 'source';
export type ReportListQuery = ListQuery<Sort, Filter>;

/** What the list of reports may be asked for; unless asked otherwise, what waits comes first. */
export const reportListSpec: ListSpec<Sort, Filter> = {
  sorts: ['waiting', 'vendor', 'period', 'sent', 'received'],
  defaultSort: 'waiting',
  filters: { state: listedStates, vendor: 'any', period: 'any', source: readingSources },
};

/**
 * The reports that a reader may know of. Until it is sent, a report is known to its own side alone; of other sources than
 * themselves, vendors see what has been accepted.
 */
export function visibleReports(scope: Scope): SQL | undefined {
  const sentStates = ['submitted', 'changes_requested', 'accepted', 'superseded'] as const;
  const byVendor = isOfVendor(sql`${reports.createdBy}`);
  if (scope.kind === 'vendor')
    return and(
      withinScope(scope, reports.vendorId),
      or(
        and(eq(reports.source, 'vendor_report'), or(inArray(reports.state, sentStates), byVendor)),
        wasAccepted,
      ),
    );
  return and(
    withinScope(scope, reports.vendorId),
    or(inArray(reports.state, sentStates), sql`not ${byVendor}`),
  );
}

/** Whether a report counted once: what it said counts still, or gave way reading by reading to what was accepted later. */
export const wasAccepted = sql<boolean>`(${reports.state} = 'accepted' or ${reports.state} = 'superseded' and exists (
  select 1 from ${readings} where ${readings.reportId} = ${reports.id} and ${readings.supersededBy} is not null))`;

/** A page of the reports that the reader may know of. */
export async function listReports(
  reader: Reader,
  scope: Scope,
  query: ReportListQuery,
  window: { offset: number; limit: number } = pageWindow(query),
) {
  return reader
    .select({
      id: reports.id,
      vendorCode: vendors.code,
      vendorName: vendors.name,
      state: reports.state,
      source: reports.source,
      channel: reports.channel,
      firstPeriod: reports.firstPeriod,
      lastPeriod: reports.lastPeriod,
      readingCount: reports.readingCount,
      errorCount: reports.errorCount,
      warningCount: reports.warningCount,
      createdAt: reports.createdAt,
      submittedAt: reports.submittedAt,
      decidedAt: reports.decidedAt,
      fileName: toldFileName(scope),
    })
    .from(reports)
    .innerJoin(vendors, eq(vendors.id, reports.vendorId))
    .leftJoin(uploads, eq(uploads.id, reports.uploadId))
    .where(listCondition(scope, query))
    .orderBy(...listOrder(query, scope))
    .limit(window.limit)
    .offset(window.offset);
}

export type ReportListRow = Awaited<ReturnType<typeof listReports>>[number];

export async function countReports(
  reader: Reader,
  scope: Scope,
  query: ReportListQuery,
): Promise<number> {
  const rows = sql`${reports} inner join ${vendors} on ${vendors.id} = ${reports.vendorId}
    left join ${uploads} on ${uploads.id} = ${reports.uploadId}`;
  return countListed(reader, rows, listCondition(scope, query));
}

function listCondition(scope: Scope, { search, filters }: ReportListQuery): SQL | undefined {
  const states = listedStates
    .filter((state) => filters.state.includes(state))
    .flatMap((state) => (state === 'draft' ? (['draft', 'staging'] as const) : [state]));
  const sources = readingSources.filter((source) => filters.source.includes(source));
  const periods = filters.period.flatMap((text) => parsePeriod(text) ?? []);
  return and(
    visibleReports(scope),
    notInArray(reports.state, ['discarded']),
    holdsText(search, vendors.name, vendors.code, toldFileName(scope)),
    states.length === 0 ? undefined : inArray(reports.state, states),
    sources.length === 0 ? undefined : inArray(reports.source, sources),
    filters.vendor.length === 0 ? undefined : inArray(vendors.code, filters.vendor),
    periods.length === 0
      ? undefined
      : or(
          ...periods.map((period) =>
            and(lte(reports.firstPeriod, period), gte(reports.lastPeriod, period)),
          ),
        ),
  );
}

/** The file's name, where the reader is told more of a report than its figures. */
function toldFileName({ kind }: Scope): SQL<string | null> {
  if (kind !== 'vendor') return sql`${uploads.fileName}`;
  return sql`case when ${reports.source} = 'vendor_report' then ${uploads.fileName} end`;
}

/** What waits for the reader: their own drafts and what was sent back for vendors, what was submitted for the others. */
function listOrder({ sort, dir }: ReportListQuery, scope: Scope): SQL[] {
  const by = dir === 'asc' ? asc : desc;
  const tail = [desc(reports.createdAt), asc(reports.id)];
  switch (sort) {
    case 'vendor':
      return [by(sql`lower(${vendors.name})`), ...tail];
    case 'period':
      return [sql`${by(reports.lastPeriod)} nulls last`, ...tail];
    case 'sent':
      return [sql`${by(reports.submittedAt)} nulls last`, ...tail];
    case 'received':
      return [by(reports.createdAt), asc(reports.id)];
    case 'waiting': {
      const rank =
        scope.kind === 'vendor'
          ? sql`case ${reports.state} when 'changes_requested' then 0 when 'draft' then 1 when 'staging' then 1 when 'submitted' then 2 else 3 end`
          : sql`case ${reports.state} when 'submitted' then 0 when 'draft' then 1 when 'staging' then 1 when 'changes_requested' then 2 else 3 end`;
      const oldestFirst = sql`case when ${reports.state} = 'submitted' then ${reports.submittedAt} end`;
      return [by(rank), sql`${asc(oldestFirst)} nulls last`, ...tail];
    }
  }
}

const sender = alias(people, 'sender');
const submitter = alias(people, 'submitter');
const decider = alias(people, 'decider');

/**
 * A report with its file and the names of those who acted on it; null where the reader may not know of it. Of what we
 * measured ourselves a vendor is told the figures, and not who of us entered them, in which file and with which words.
 */
export async function findReport(reader: Reader, scope: Scope, reportId: number) {
  const [row] = await reader
    .select({
      report: reports,
      vendorCode: vendors.code,
      vendorName: vendors.name,
      upload: {
        id: uploads.id,
        fileName: uploads.fileName,
        bytes: uploads.bytes,
        sha256: uploads.sha256,
      },
      counted: wasAccepted.mapWith(Boolean),
      sender: sender.name,
      senderVendorId: sender.vendorId,
      submitter: submitter.name,
      decider: decider.name,
    })
    .from(reports)
    .innerJoin(vendors, eq(vendors.id, reports.vendorId))
    .leftJoin(uploads, eq(uploads.id, reports.uploadId))
    .leftJoin(sender, eq(sender.id, reports.createdBy))
    .leftJoin(submitter, eq(submitter.id, reports.submittedBy))
    .leftJoin(decider, eq(decider.id, reports.decidedBy))
    .where(and(eq(reports.id, reportId), visibleReports(scope)));
  if (!row) return null;
  const { report, ...rest } = row;
  const found = { ...report, ...rest };
  return tellsFiguresAlone(scope, report) ? { ...found, ...unsaid } : found;
}

/** Whether a reader is told the figures of a report alone. */
export function tellsFiguresAlone(scope: Scope, { source }: { source: ReadingSource }): boolean {
  return scope.kind === 'vendor' && source !== 'vendor_report';
}

const unsaid = {
  comment: null,
  decisionNote: null,
  createdBy: null,
  submittedBy: null,
  decidedBy: null,
  sender: null,
  senderVendorId: null,
  submitter: null,
  decider: null,
  upload: null,
  layout: null,
} as const;

export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** An uploaded file that belongs to a report which the reader may know of. */
export async function findUpload(reader: Reader, scope: Scope, uploadId: number) {
  const [row] = await reader
    .select({
      fileName: uploads.fileName,
      sha256: uploads.sha256,
      bytes: uploads.bytes,
      channel: reports.channel,
    })
    .from(uploads)
    .innerJoin(reports, eq(reports.uploadId, uploads.id))
    .where(
      and(
        eq(uploads.id, uploadId),
        visibleReports(scope),
        scope.kind === 'vendor' ? eq(reports.source, 'vendor_report') : undefined,
      ),
    )
    .limit(1);
  return row ?? null;
}
