import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { reportFindings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { receiveReport } from '~/kpi/receive-report.server';
import { stageReport } from '~/kpi/stage-report.server';
import { submitReport } from '~/kpi/submit-report.server';

export let store: Store;
export let cast: Cast;
export let folder: string;

/** Begins each test with the cast and an empty folder for uploads. */
export function reportsForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

export const asPerson = (who: 'hanna' | 'mona' | 'bruno'): Act => {
  const { id, name, role } = cast.person[who];
  const vendorId = who === 'hanna' ? cast.vendor.harbour.id : cast.vendor.brittle.id;
  return {
    actor: { kind: 'person', personId: id, name, role, address: null },
    now: testNow,
    scope: role === 'vendor' ? { kind: 'vendor', vendorId } : everything,
  };
};

export async function receive(
  text: string,
  who: 'hanna' | 'bruno' = 'hanna',
  vendorId = cast.vendor.harbour.id,
) {
  const bytes = new TextEncoder().encode(text);
  return receiveReport({ store, uploads: folder }, asPerson(who), {
    vendorId,
    source: 'vendor_report',
    channel: 'file',
    file: { name: 'report.csv', mediaType: 'text/csv', bytes },
  });
}

export async function stage(text: string) {
  const received = await receive(text);
  if (!received.ok) throw new Error(received.reason.code);
  const { reportId } = received.value;
  return stageReport({ store, uploads: folder }, asPerson('hanna'), reportId);
}

export async function commentAll(reportId: number): Promise<Record<number, string>> {
  const rows = await store.read
    .select({ id: reportFindings.id })
    .from(reportFindings)
    .where(and(eq(reportFindings.reportId, reportId), eq(reportFindings.severity, 'warning')));
  return Object.fromEntries(rows.map(({ id }) => [id, 'checked with the depot']));
}

export async function submit(reportId: number) {
  return submitReport(store, asPerson('hanna'), { reportId, comments: await commentAll(reportId) });
}

export const stateOf = async (reportId: number) =>
  (await store.read.select().from(reports).where(eq(reports.id, reportId)))[0]?.state;

export const report = (month: string, onTime: string, runs = '1000') =>
  `period,kpi,value\n${month},OTD_PCT,${onTime}\n${month},RUNS,${runs}\n`;
