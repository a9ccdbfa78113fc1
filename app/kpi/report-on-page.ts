import type { ListQuery } from '~/shared/list-query';
import type { Named } from '~/shared/named';
import type { Period } from '~/shared/period';
import type { CellDifference } from './compare-report';
import type { ReadingSource } from './reading';
import type { ReportChannel, ReportState, WaitingStay } from './report';
import type { TargetMonth } from './report-targets';

/** A finding in the reader's words. */
export type SaidFinding = {
  id: number;
  code: string;
  where: string;
  subject: string;
  value: string | null;
  what: string;
  comment: string | null;
  commentedBy: string | null;
};

/** Errors of one kind together, the first of them in words. */
export type FindingGroup = { code: string; count: number; shown: SaidFinding[] };

export type ErrorsOnPage = {
  groups: FindingGroup[];
  kinds: { code: string; count: number }[];
  /** The one kind that the reader asked for. */
  code: string | null;
};

export type ReportKpi = {
  id: number;
  code: string;
  nameEn: string;
  nameZh: string;
  unit: string;
};

export type ReportCell = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  superseded: boolean;
};

/** A row of a report as a table: a month of a market and service, a value for each KPI. */
export type ReportRow = {
  period: Period;
  market: string | null;
  marketEn: string | null;
  marketZh: string | null;
  service: string | null;
  values: Record<string, ReportCell>;
};

export type ReportTable = { kpis: ReportKpi[]; rows: ReportRow[]; total: number };

export type Difference = {
  kind: CellDifference['kind'];
  period: Period;
  market: string | null;
  service: string | null;
  kpi: string;
  before: string | null;
  after: string | null;
};

export type DifferencesOnPage = {
  counts: Record<CellDifference['kind'], number>;
  same: number;
  shown: Difference[];
  more: number;
};

/** A promise that a report bears on, with the last year of its series. */
export type ReportTarget = {
  key: string;
  contractId: number;
  contract: string;
  kpi: string;
  /** What it measures, by the names of the library. */
  measure: { kpi: Named; service: Named | null; market: Named | null };
  unit: string;
  operator: 'gte' | 'lte' | 'gt' | 'lt';
  target: string;
  warnAt: string | null;
  months: TargetMonth[];
  others: { source: ReadingSource; period: Period; value: string | null }[];
};

export type LinkedReport = { id: number; firstPeriod: Period | null; lastPeriod: Period | null };

/** What every part of a report's page knows. */
export type ReportOnPage = {
  id: number;
  state: ReportState;
  source: ReadingSource;
  channel: ReportChannel;
  vendorId: number;
  vendorCode: string;
  vendorName: string;
  firstPeriod: Period | null;
  lastPeriod: Period | null;
  readingCount: number;
  errorCount: number;
  warningCount: number;
  omittedCount: number;
  comment: string | null;
  createdAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  /** Whether it was accepted once. */
  counted: boolean;
  decisionNote: string | null;
  sender: string | null;
  submitter: string | null;
  decider: string | null;
  file: { id: number; name: string; bytes: number } | null;
  unknownColumns: number;
  canMap: boolean;
  merged: number;
};

/** What the reader may do with it. */
export type ReportReader = {
  /** The vendor itself reads its own report. */
  isOwn: boolean;
  /** The reader has submitted it, and so can't decide on it. */
  isSender: boolean;
  canSubmit: boolean;
  canReview: boolean;
  /** The reader's own side brought it, and may say more to it. */
  isOfOwnSide: boolean;
  /** It waits for review, and the vendor that brought it reads it. */
  canWithdraw: boolean;
};

/** A report of the same months that waits for review. */
export type WaitingReport = LinkedReport & {
  submittedAt: string | null;
  submitter: string | null;
  stays: WaitingStay | null;
};

export type ReportFigures = {
  query: ListQuery;
  table: ReportTable;
  warnings: SaidFinding[];
  requests: SaidFinding[];
  targets: ReportTarget[];
  differences: DifferencesOnPage | 'too_large' | null;
  /** What waits for review already, beside a draft. */
  waiting: WaitingReport[];
};

export type ReadingProgress = {
  state: 'waiting' | 'running' | 'failed';
  done: number;
  total: number | null;
};

export type ReportLinks = {
  older: LinkedReport[];
  newer: LinkedReport[];
  breaches: { count: number; href: string };
};

/** What the page shows depends on where the report stands. */
export type ReportContent =
  | { view: 'reading'; progress: ReadingProgress | null }
  | { view: 'errors'; errors: ErrorsOnPage }
  | ({ view: 'draft' | 'review' | 'returned' } & ReportFigures)
  | ({ view: 'settled' } & ReportFigures & { links: ReportLinks });
