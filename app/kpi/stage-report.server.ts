import { and, eq, inArray } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { dayOf } from '~/auth/act';
import { readSetting } from '~/settings/setting-queries.server';
import { kpis, readings, reportFindings, reports, uploads } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { services } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { checkReport } from './check-report';
import { createMarkets } from './create-markets.server';
import type { Findings } from './finding';
import type { Mapping } from './mapping';
import { arrivedAs, readArrived, type Upload } from './read-upload';
import type { Reading } from './reading';
import { loadReadContext, loadReportContext, type LoadedContext } from './report-context.server';
import { layoutOf, type ReportLayout } from './report-layout';
import { readKept } from '~/documents/upload-folder.server';

/** Readings put into the store in one transaction: short enough that others write in between. */
const CHUNK = 5000;

export type Staged = {
  reportId: number;
  readings: number;
  findings: Findings;
};

type Portal = { store: Store; uploads: string };
type Progress = (done: number, total: number) => void;

/**
 * Reads and checks the file of a report and stages its readings, invisible until the report is accepted; with any error
 * nothing of it is stored but what was found. Begun again after it was cut short, it starts over and leaves no trace.
 */
export async function stageReport(
  portal: Portal,
  act: Act,
  reportId: number,
  { mapping, progress }: { mapping?: Mapping; progress?: Progress } = {},
): Promise<Staged> {
  const { store } = portal;
  const report = await beginAgain(store, reportId);
  const limits = await readSetting(store.read, 'report_limits');
  const { vendorId, source } = report;
  const readContext = await loadReadContext(store.read, reportId, limits);
  const { layout, ...upload } = await readFile(portal, report, readContext, mapping ?? null);
  const periods = upload.readings.map(({ period }) => period);
  const [firstPeriod, lastPeriod] = [least(periods), greatest(periods)];
  const read = { vendorId, source, firstPeriod };
  const context = await loadReportContext(store.read, readContext, read, dayOf(act.now));
  const findings = checkReport(upload, context);
  const count = findings.errors === 0 ? upload.readings.length : 0;
  const reportedBy = readContext.onlySource === undefined ? null : vendorId;
  if (count > 0) await stageReadings(store, act, { ...report, reportedBy }, upload, progress);
  await store.transact(async (tx) => {
    await holdRound(tx, report);
    await writeFindings(tx, reportId, findings);
    await tx
      .update(reports)
      .set({
        state: 'draft',
        layout,
        readingCount: count,
        errorCount: findings.errors,
        warningCount: findings.warnings,
        omittedCount: findings.omitted,
        firstPeriod,
        lastPeriod,
      })
      .where(eq(reports.id, reportId));
    await record(tx, act, {
      action: 'report.read',
      entity: 'report',
      entityId: reportId,
      vendorId,
      after: { readings: count, errors: findings.errors, warnings: findings.warnings },
    });
  });
  return { reportId, readings: count, findings };
}

type OpenReport = Awaited<ReturnType<typeof beginAgain>>;

/** Clears what an earlier reading of the same report has left, and begins a round of its own. */
async function beginAgain(store: Store, reportId: number) {
  return store.transact(async (tx) => {
    await tx.lockRow('reports', 'id', reportId);
    const [report] = await tx
      .select({
        id: reports.id,
        vendorId: reports.vendorId,
        source: reports.source,
        state: reports.state,
        stagingRound: reports.stagingRound,
        channel: reports.channel,
        fileName: uploads.fileName,
        sha256: uploads.sha256,
      })
      .from(reports)
      .innerJoin(uploads, eq(uploads.id, reports.uploadId))
      .where(eq(reports.id, reportId));
    if (!report || (report.state !== 'staging' && report.state !== 'draft')) {
      throw new Error(`report ${reportId} is not there to be read`);
    }
    const stagingRound = report.stagingRound + 1;
    await tx
      .update(reports)
      .set({ state: 'staging', stagingRound })
      .where(eq(reports.id, reportId));
    await tx.delete(readings).where(eq(readings.reportId, reportId));
    await tx.delete(reportFindings).where(eq(reportFindings.reportId, reportId));
    return { ...report, stagingRound };
  });
}

/** Ends a reading whose report was meanwhile thrown away, or is read anew by another worker: it must write nothing more. */
async function holdRound(tx: Tx, { id, stagingRound }: OpenReport): Promise<void> {
  await tx.lockRow('reports', 'id', id);
  const [report] = await tx
    .select({ state: reports.state, stagingRound: reports.stagingRound })
    .from(reports)
    .where(eq(reports.id, id));
  if (report?.state !== 'staging' || report.stagingRound !== stagingRound)
    throw new Error(`report ${id} is read elsewhere, or was thrown away`);
}

/** A file that was read. Its cells are let go: they weigh more than the readings, and checking takes memory of its own. */
type FileRead = Omit<Upload, 'grids'> & { layout: ReportLayout };

async function readFile(
  portal: Portal,
  report: OpenReport,
  context: LoadedContext,
  mapping: Mapping | null,
): Promise<FileRead> {
  const bytes = await readKept(portal.uploads, report.sha256);
  const choice = { mapping, remembered: context.remembered, letsGo: true };
  const { channel, fileName } = report;
  const file = { name: fileName, bytes };
  const upload = await readArrived(arrivedAs(channel, fileName), file, context, choice);
  const { grids: _cells, ...read } = upload;
  return { ...read, layout: layoutOf(upload) };
}

async function stageReadings(
  store: Store,
  act: Act,
  report: OpenReport & { reportedBy: number | null },
  upload: Pick<Upload, 'readings' | 'sheets' | 'newMarkets'>,
  progress?: Progress,
): Promise<void> {
  const { readings: all, sheets, newMarkets } = upload;
  const keys = await store.transact(async (tx) => {
    await holdRound(tx, report);
    await createMarkets(tx, act, newMarkets, report.reportedBy);
    return loadKeys(tx, all);
  });
  for (let from = 0; from < all.length; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK);
    await store.transact(async (tx) => {
      await holdRound(tx, report);
      await tx.insertMany(readings, rowsOf(chunk, report, keys, sheets));
    });
    progress?.(from + chunk.length, all.length);
  }
}

type Keys = Record<'kpis' | 'markets' | 'services', ReadonlyMap<string, number>>;

async function loadKeys(tx: Tx, all: readonly Reading[]): Promise<Keys> {
  const marketCodes = [...new Set(all.flatMap(({ market }) => market ?? []))];
  const kpiRows = await tx.select({ code: kpis.code, id: kpis.id }).from(kpis);
  const serviceRows = await tx.select({ code: services.code, id: services.id }).from(services);
  const marketRows =
    marketCodes.length === 0
      ? []
      : await tx
          .select({ code: markets.code, id: markets.id })
          .from(markets)
          .where(and(inArray(markets.code, marketCodes)));
  const byCode = (rows: { code: string; id: number }[]) =>
    new Map(rows.map(({ code, id }) => [code, id]));
  return { kpis: byCode(kpiRows), services: byCode(serviceRows), markets: byCode(marketRows) };
}

function* rowsOf(
  chunk: readonly Reading[],
  report: OpenReport,
  keys: Keys,
  sheets: Upload['sheets'],
): Generator<typeof readings.$inferInsert> {
  for (const reading of chunk) {
    yield {
      reportId: report.id,
      vendorId: report.vendorId,
      kpiId: known(keys.kpis, reading.kpi),
      marketId: reading.market === null ? null : known(keys.markets, reading.market),
      serviceId: reading.service === null ? null : known(keys.services, reading.service),
      period: reading.period,
      source: reading.source ?? report.source,
      value: reading.value,
      numerator: reading.numerator,
      denominator: reading.denominator,
      sampleSize: reading.sampleSize,
      note: reading.note,
      sheet: sheets[reading.sheet]?.name ?? null,
      row: reading.row,
    };
  }
}

function known(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`${code} left the registers while a report was read`);
  return id;
}

async function writeFindings(tx: Tx, reportId: number, findings: Findings): Promise<void> {
  await tx.insertMany(
    reportFindings,
    findings.list.map(({ kpi, market, service, ...found }) => ({
      ...found,
      reportId,
      kpiCode: kpi,
      marketCode: market,
      serviceCode: service,
    })),
  );
}

function least(periods: readonly number[]): number | null {
  return periods.reduce<number | null>((low, p) => (low === null || p < low ? p : low), null);
}

function greatest(periods: readonly number[]): number | null {
  return periods.reduce<number | null>((high, p) => (high === null || p > high ? p : high), null);
}
