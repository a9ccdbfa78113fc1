import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import type { Act } from '~/auth/act';
import { reportFindings, reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { must } from './newcomer';
import { actOf } from './review-cast';
import { receiveReport } from '~/kpi/receive-report.server';
import type { ReadingSource } from '~/kpi/reading';
import type { WaitingChoice } from '~/kpi/report';
import { stageReport } from '~/kpi/stage-report.server';
import { submitReport } from '~/kpi/submit-report.server';
import type { withdrawReport } from '~/kpi/withdraw-report.server';

export let store: Store;
export let cast: Cast;
let folder: string;
export let [hanna, bruno, mona, marek]: Act[] = [];

/** Begins each test with the cast and an empty folder for uploads. */
export function reportsForEach() {
  beforeEach(async () => {
    store = await freshStore();
    cast = await castInto(store);
    folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
    const { person, vendor } = cast;
    hanna = actOf(person.hanna, vendor.harbour.id);
    bruno = actOf(person.bruno, vendor.brittle.id);
    mona = actOf(person.mona);
    marek = actOf(person.marek);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

/** A draft of Harbour's, read from a file that one of its people or one of ours brought: a month and value of each KPI. */
export async function draftOf(
  rows: readonly (readonly [kpi: string, month: string, value: string])[],
  by: Act = hanna!,
  source: ReadingSource = 'vendor_report',
): Promise<number> {
  const portal = { store, uploads: folder };
  const lines = rows.map(([kpi, month, value]) => `${month},${kpi},${value}\n`).join('');
  const bytes = new TextEncoder().encode(`period,kpi,value\n${lines}`);
  const { reportId } = must(
    await receiveReport(portal, by, {
      vendorId: cast.vendor.harbour.id,
      source,
      channel: 'file',
      file: { name: 'report.csv', mediaType: 'text/csv', bytes },
    }),
  );
  await stageReport(portal, by, reportId);
  return reportId;
}

export const draft = (month: string, onTime: string, by: Act = hanna!) =>
  draftOf([['OTD_PCT', month, onTime]], by);

/** Sends a draft, with words to every warning. */
export async function submit(
  reportId: number,
  waiting: WaitingChoice | null = null,
  by: Act = hanna!,
) {
  const found = await store.read
    .select({ id: reportFindings.id })
    .from(reportFindings)
    .where(eq(reportFindings.reportId, reportId));
  const comments = Object.fromEntries(found.map(({ id }) => [id, 'So it is.']));
  return submitReport(store, by, { reportId, comments, waiting });
}

export async function sent(month: string, onTime: string): Promise<number> {
  const reportId = await draft(month, onTime);
  must(await submit(reportId));
  return reportId;
}

export async function statesOf(...ids: number[]) {
  const rows = await store.read.select().from(reports).where(inArray(reports.id, ids));
  return ids.map((id) => rows.find((row) => row.id === id)?.state);
}

export const codeOf = (outcome: Awaited<ReturnType<typeof withdrawReport>>) =>
  outcome.ok ? 'done' : outcome.reason.code;

export const toldOf = async (template: 'reportWithdrawn') =>
  (await store.read.select().from(mails).where(eq(mails.template, template)))
    .map(({ toAddress }) => toAddress)
    .sort();
