import type { TFunction } from 'i18next';
import type { Scope } from '~/auth/act';
import { formatMonth } from '~/shared/format';
import type { Reader } from '~db/store.server';
import { namesOf } from './code-names.server';
import { compareReport } from './compare-report';
import { findingCounts, findingsOf } from './finding-queries.server';
import { saidFinding } from './finding-words.server';
import { countReportRows, kpisOfReport, reportRows, standingOf } from './reading-queries.server';
import type { StandingReading } from './reading';
import type {
  DifferencesOnPage,
  ErrorsOnPage,
  ReportContent,
  ReportOnPage,
  ReportTable,
  SaidFinding,
} from './report-on-page';
import type { FoundReport } from './report-queries.server';

/** Where a report stands decides what its page shows. */
export function viewOf({ state, errorCount, readingCount }: FoundReport): ReportContent['view'] {
  switch (state) {
    case 'staging':
      return 'reading';
    case 'draft':
      return errorCount > 0 || readingCount === 0 ? 'errors' : 'draft';
    case 'submitted':
      return 'review';
    case 'changes_requested':
      return 'returned';
    case 'accepted':
    case 'superseded':
    case 'discarded':
      return 'settled';
  }
}

/** The report as its page knows it. */
export function onPage({ layout, upload, ...report }: FoundReport): ReportOnPage {
  const sheets = layout?.sheets ?? [];
  return {
    ...report,
    file: upload && { id: upload.id, name: upload.fileName, bytes: upload.bytes },
    unknownColumns: sheets.reduce((count, sheet) => count + sheet.unknown.length, 0),
    canMap: layout?.form?.kind !== 'rows' && sheets.some((sheet) => sheet.headings.length > 0),
    merged: layout?.merged ?? 0,
  };
}

type Words = { t: TFunction; locale: 'en' | 'zh-CN' };
type Reading = Words & { scope: Scope };

/** What a report is called: its vendor, unless it is the reader's own, and its months. */
export function reportTitle({ t, locale, scope }: Reading, report: FoundReport): string {
  const { firstPeriod, lastPeriod, vendorName, upload } = report;
  if (firstPeriod === null || lastPeriod === null)
    return t('kpi:page.unread', { file: upload?.fileName ?? vendorName });
  const [from, to] = [formatMonth(firstPeriod, locale), formatMonth(lastPeriod, locale)];
  const months = from === to ? from : t('kpi:list.months', { from, to });
  return scope.kind === 'vendor'
    ? t('kpi:page.ownTitle', { months })
    : t('kpi:page.title', { vendor: vendorName, months });
}

/** Findings of one kind that are shown before the reader asks for all of them. */
const SHOWN_OF_A_KIND = 5;
/** Readings up to which a correction is compared with what stands while a reader waits. */
export const MOST_COMPARED = 20_000;
const DIFFERENCES_SHOWN = 200;

/** The errors of a draft in words, those of a kind together; all of one kind where asked for. */
export async function errorsOnPage(
  reader: Reader,
  { t, locale }: Words,
  reportId: number,
  code: string | null,
): Promise<ErrorsOnPage> {
  const kinds = (await findingCounts(reader, reportId)).filter(
    ({ severity }) => severity === 'error',
  );
  const wanted = kinds.some((kind) => kind.code === code) ? code : null;
  const found = await findingsOf(reader, reportId, {
    severity: 'error',
    ...(wanted !== null && { code: wanted }),
  });
  const names = await namesOf(reader, locale, found);
  const groups = kinds
    .filter((kind) => wanted === null || kind.code === wanted)
    .map(({ code: kind, count }) => {
      const alike = found.filter((each) => each.code === kind);
      const shown = wanted === null && count > SHOWN_OF_A_KIND + 1 ? SHOWN_OF_A_KIND : count;
      return {
        code: kind,
        count,
        shown: alike.slice(0, shown).map((each) => saidFinding(t, each, names)),
      };
    });
  return {
    groups,
    kinds: kinds.map(({ code: kind, count }) => ({ code: kind, count })),
    code: wanted,
  };
}

/** Warnings, or what the reviewer asked to have changed, in words. */
export async function saidFindings(
  reader: Reader,
  { t, locale }: Words,
  reportId: number,
  severity: 'warning' | 'request',
): Promise<SaidFinding[]> {
  const found = await findingsOf(reader, reportId, { severity });
  const names = await namesOf(reader, locale, found);
  return found.map((each) => saidFinding(t, each, names));
}

/** A page of a report's readings as a table. */
export async function tableOnPage(
  reader: Reader,
  reportId: number,
  window: { limit: number; offset: number },
): Promise<ReportTable> {
  return {
    kpis: await kpisOfReport(reader, reportId),
    rows: await reportRows(reader, reportId, window),
    total: await countReportRows(reader, reportId),
  };
}

/**
 * What a report would change of what stands, cell by cell; null where its months were not reported before by this
 * source, `too_large` where it holds more than is compared while a reader waits.
 */
export async function differencesOnPage(
  reader: Reader,
  { scope, locale }: Pick<Reading, 'scope' | 'locale'>,
  report: Pick<FoundReport, 'vendorId' | 'source' | 'firstPeriod' | 'lastPeriod' | 'readingCount'>,
  reported: readonly StandingReading[],
): Promise<DifferencesOnPage | 'too_large' | null> {
  const { vendorId, source, firstPeriod, lastPeriod, readingCount } = report;
  if (firstPeriod === null || lastPeriod === null) return null;
  const standing = await standingOf(
    reader,
    scope,
    vendorId,
    { from: firstPeriod, to: lastPeriod },
    MOST_COMPARED + 1,
  );
  const before = standing.filter((reading) => reading.source === source);
  if (before.length === 0) return null;
  if (readingCount > MOST_COMPARED || standing.length > MOST_COMPARED) return 'too_large';
  const { differences, same } = compareReport(before, reported);
  const counts = { added: 0, changed: 0, left_out: 0 };
  for (const { kind } of differences) counts[kind] += 1;
  const first = [...differences]
    .sort((a, b) => rank[a.kind] - rank[b.kind])
    .slice(0, DIFFERENCES_SHOWN);
  const names = await namesOf(reader, locale, first);
  const shown = first.map((each) => ({
    kind: each.kind,
    period: each.period,
    market: each.market === null ? null : names.market(each.market),
    service: each.service,
    kpi: names.kpi(each.kpi),
    before: each.before?.value ?? null,
    after: each.after?.value ?? null,
  }));
  return { counts, same, shown, more: differences.length - shown.length };
}

const rank = { changed: 0, added: 1, left_out: 2 };
