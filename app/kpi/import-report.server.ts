import { eq } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import { reports } from '~db/schema/kpi';
import type { Reader, Store } from '~db/store.server';
import { acceptReport } from './accept-report.server';
import type { Finding } from './finding';
import type { ReadingSource } from './reading';
import { receiveReport } from './receive-report.server';
import type { ReportState } from './report';
import { stageReport } from './stage-report.server';
import { submitReport } from './submit-report.server';

/** What became of one file: `refused` names why it did not get further. */
export type ImportedReport = {
  report: number | null;
  state: ReportState | 'refused';
  readings: number;
  known: boolean;
  findings: readonly Finding[];
  refused: string | null;
};

type Import = {
  vendorId: number;
  source: ReadingSource;
  accept: boolean;
  file: { name: string; bytes: Uint8Array };
};

/**
 * Sends one report file without a person in between: received, read, submitted with its warnings recorded as
 * uncommented, and accepted where asked for. The same bytes again change nothing, unless the earlier try stopped short.
 */
export async function importReport(
  portal: { store: Store; uploads: string },
  act: Act,
  { vendorId, source, accept, file }: Import,
): Promise<ImportedReport> {
  const { store } = portal;
  const received = await receiveReport(portal, act, {
    vendorId,
    source,
    channel: 'command',
    file: { ...file, mediaType: 'application/octet-stream' },
  });
  if (!received.ok) return refusedImport(received.reason.code);
  const { reportId, known } = received.value;
  let { state, readingCount } = await stateOf(store.read, reportId);
  let findings: readonly Finding[] = [];
  const answer = (refused: string | null): ImportedReport => ({
    report: reportId,
    state,
    readings: readingCount,
    known,
    findings,
    refused,
  });
  if (state === 'staging' || state === 'draft') {
    const staged = await stageReport(portal, act, reportId);
    findings = staged.findings.list;
    const submitted = await submitReport(store, act, { reportId, comments: {}, uncommented: true });
    ({ state, readingCount } = await stateOf(store.read, reportId));
    if (!submitted.ok) return answer(submitted.reason.code);
  }
  if (accept && state === 'submitted') {
    const accepted = await acceptReport(store, act, { reportId });
    ({ state, readingCount } = await stateOf(store.read, reportId));
    if (!accepted.ok) return answer(accepted.reason.code);
  }
  return answer(null);
}

function refusedImport(code: string): ImportedReport {
  return { report: null, state: 'refused', readings: 0, known: false, findings: [], refused: code };
}

async function stateOf(reader: Reader, reportId: number) {
  const [report] = await reader
    .select({ state: reports.state, readingCount: reports.readingCount })
    .from(reports)
    .where(eq(reports.id, reportId));
  if (!report) throw new Error(`report ${reportId} is not there`);
  return report;
}
