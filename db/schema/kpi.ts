import {
  decimal,
  id,
  index,
  instant,
  integer,
  json,
  period,
  ref,
  sequence,
  table,
  text,
  uniqueIndex,
} from '../columns';
import { sql } from 'drizzle-orm';
import type { ReportLayout } from '../../app/kpi/report-layout';
import { markets } from './markets';
import { services, vendors } from './vendors';

/** Where a reading comes from; contracts say which of them they believe most. */
const sources = [
  'vendor_report',
  'system_log',
  'third_party_audit',
  'customer_feedback',
  'internal_review',
] as const;

/** The KPI library. */
export const kpis = table(
  'kpis',
  {
    id: id(),
    code: text().notNull(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    unit: text().notNull(),
    better: text(['higher', 'lower']).notNull(),
    category: text(['operational', 'quality', 'cost', 'relationship']).notNull(),
    min: decimal(),
    max: decimal(),
    sampleKpiCode: text(),
    aliases: json<string[]>().notNull(),
    formula: text(),
  },
  (t) => [uniqueIndex('kpis_code').on(t.code)],
);

/** A file as it came, kept under its hash in the upload folder. */
export const uploads = table(
  'uploads',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    sha256: text().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    receivedAt: instant().notNull(),
    receivedBy: ref(),
  },
  (t) => [
    index('uploads_vendor_hash').on(t.vendorId, t.sha256),
    index('uploads_hash').on(t.sha256),
  ],
);

/** How a vendor's headings are read, remembered from the one time that somebody said so. */
export const headerMappings = table(
  'header_mappings',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id, { onDelete: 'cascade' }),
    fingerprint: text().notNull(),
    mapping: json<Record<string, unknown>>().notNull(),
    changedAt: instant().notNull(),
    changedBy: ref(),
  },
  (t) => [uniqueIndex('header_mappings_fingerprint').on(t.vendorId, t.fingerprint)],
);

/** One report of a vendor for one or more months. `staging` rows are not readable by anyone yet. */
export const reports = table(
  'reports',
  {
    id: id(),
    vendorId: ref()
      .notNull()
      .references(() => vendors.id),
    uploadId: ref().references(() => uploads.id),
    state: text([
      'staging',
      'draft',
      'submitted',
      'changes_requested',
      'accepted',
      'superseded',
      'discarded',
    ]).notNull(),
    source: text(sources).notNull(),
    channel: text(['file', 'paste', 'command', 'api']).notNull(),
    firstPeriod: period(),
    lastPeriod: period(),
    /** How often its file was begun to be read: what an earlier round still writes is refused. */
    stagingRound: integer().notNull().default(0),
    readingCount: integer().notNull().default(0),
    errorCount: integer().notNull().default(0),
    warningCount: integer().notNull().default(0),
    /** Findings beyond the limit that is kept. */
    omittedCount: integer().notNull().default(0),
    /** How the sheets were understood: headings, their meaning, first rows. Null until read. */
    layout: json<ReportLayout>(),
    comment: text(),
    createdAt: instant().notNull(),
    createdBy: ref(),
    submittedAt: instant(),
    submittedBy: ref(),
    decidedAt: instant(),
    decidedBy: ref(),
    decisionNote: text(),
  },
  (t) => [
    index('reports_vendor_created').on(t.vendorId, t.createdAt),
    index('reports_created').on(t.createdAt, t.id),
    index('reports_state_submitted').on(t.state, t.submittedAt),
    index('reports_upload').on(t.uploadId),
  ],
);

/** What the check said of a cell: an error stops the report, a warning asks for a comment. */
export const reportFindings = table(
  'report_findings',
  {
    id: sequence(),
    reportId: ref()
      .notNull()
      .references(() => reports.id, { onDelete: 'cascade' }),
    severity: text(['error', 'warning', 'request']).notNull(),
    code: text().notNull(),
    sheet: text(),
    row: integer(),
    column: integer(),
    columnName: text(),
    period: period(),
    kpiCode: text(),
    marketCode: text(),
    serviceCode: text(),
    value: text(),
    params: json<Record<string, string | number | null>>(),
    comment: text(),
    commentedAt: instant(),
    commentedBy: ref(),
  },
  (t) => [index('report_findings_report').on(t.reportId, t.id)],
);

/**
 * One value of one KPI for one month. Market and service null are the vendor's totals.
 * It counts while its report is accepted and no later report has superseded it.
 */
export const readings = table(
  'readings',
  {
    id: sequence(),
    reportId: ref()
      .notNull()
      .references(() => reports.id),
    vendorId: ref().notNull(),
    kpiId: ref()
      .notNull()
      .references(() => kpis.id),
    marketId: ref().references(() => markets.id),
    serviceId: ref().references(() => services.id),
    period: period().notNull(),
    source: text(sources).notNull(),
    value: decimal(),
    numerator: decimal(),
    denominator: decimal(),
    sampleSize: decimal(),
    note: text(),
    sheet: text(),
    row: integer(),
    supersededBy: ref(),
  },
  (t) => [
    index('readings_series').on(t.vendorId, t.kpiId, t.period),
    index('readings_report').on(t.reportId),
    // Of the few that were superseded: readings that count are looked for by vendor, never among all that count.
    index('readings_superseded_by')
      .on(t.supersededBy)
      .where(sql`superseded_by is not null`),
  ],
);

/** Deadlines met, reminded and chased: one row a contract, month and step, so that each is sent once. */
export const reportChases = table(
  'report_chases',
  {
    id: id(),
    contractId: ref().notNull(),
    period: period().notNull(),
    step: text(['due_in_7', 'due_in_1', 'due_today', 'overdue']).notNull(),
    dueOn: text().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [uniqueIndex('report_chases_once').on(t.contractId, t.period, t.step, t.dueOn)],
);
