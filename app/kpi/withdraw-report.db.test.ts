import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '~/auth/act';
import { auditEntries } from '~db/schema/audit';
import { reports } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { must } from '../../tests/newcomer';
import { actOf } from '../../tests/review-cast';
import { acceptReport } from './accept-report.server';
import { receiveReport } from './receive-report.server';
import type { WaitingChoice } from './report';
import { stageReport } from './stage-report.server';
import { submitReport } from './submit-report.server';
import { withdrawReport } from './withdraw-report.server';

let store: Store;
let cast: Cast;
let folder: string;
let [hanna, bruno, mona]: Act[] = [];
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
  const { person, vendor } = cast;
  hanna = actOf(person.hanna, vendor.harbour.id);
  bruno = actOf(person.bruno, vendor.brittle.id);
  mona = actOf(person.mona);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A draft of Harbour's, read from a file that one of its people or one of ours brought. */
async function draft(month: string, onTime: string, by: Act = hanna!): Promise<number> {
  const portal = { store, uploads: folder };
  const bytes = new TextEncoder().encode(`period,kpi,value\n${month},OTD_PCT,${onTime}\n`);
  const { reportId } = must(
    await receiveReport(portal, by, {
      vendorId: cast.vendor.harbour.id,
      source: 'vendor_report',
      channel: 'file',
      file: { name: 'report.csv', mediaType: 'text/csv', bytes },
    }),
  );
  await stageReport(portal, by, reportId);
  return reportId;
}

const submit = (reportId: number, waiting: WaitingChoice | null = null, by: Act = hanna!) =>
  submitReport(store, by, { reportId, comments: {}, waiting });

async function sent(month: string, onTime: string): Promise<number> {
  const reportId = await draft(month, onTime);
  must(await submit(reportId));
  return reportId;
}

async function statesOf(...ids: number[]) {
  const rows = await store.read.select().from(reports).where(inArray(reports.id, ids));
  return ids.map((id) => rows.find((row) => row.id === id)?.state);
}

const codeOf = (outcome: Awaited<ReturnType<typeof withdrawReport>>) =>
  outcome.ok ? 'done' : outcome.reason.code;

describe('a month for which a report waits for review', () => {
  it('is sent again only with a word on what becomes of the first', async () => {
    const first = await sent('2023-12', '91.5');
    const second = await draft('2023-12', '92.5');
    expect(await submit(second)).toMatchObject({
      reason: { code: 'report_waits', field: 'waiting' },
    });
    expect(await statesOf(first, second)).toEqual(['submitted', 'draft']);
    must(await submit(second, 'replace'));
    expect(await statesOf(first, second)).toEqual(['superseded', 'submitted']);
    expect(codeOf(await acceptReport(store, mona!, { reportId: first }))).toBe(
      'report_not_submitted',
    );
    const superseded = eq(auditEntries.action, 'report.superseded');
    expect(await store.read.$count(auditEntries, superseded)).toBe(1);
  });

  it('may be sent beside it', async () => {
    const first = await sent('2023-12', '91.5');
    const second = await draft('2023-12', '92.5');
    must(await submit(second, 'keep'));
    expect(await statesOf(first, second)).toEqual(['submitted', 'submitted']);
  });

  it('hinders no other month, and nothing that was decided', async () => {
    const first = await sent('2023-12', '91.5');
    const other = await sent('2023-11', '92.5');
    must(await acceptReport(store, mona!, { reportId: first }));
    const again = await sent('2023-12', '93.5');
    expect(await statesOf(first, other, again)).toEqual(['accepted', 'submitted', 'submitted']);
  });
});

describe('a report that waits for review', () => {
  it('is taken back by its vendor, and is a draft that can be sent again', async () => {
    const reportId = await sent('2023-12', '91.5');
    must(await withdrawReport(store, hanna!, { reportId }));
    const [row] = await store.read.select().from(reports).where(eq(reports.id, reportId));
    expect(row).toMatchObject({ state: 'draft', submittedAt: null, submittedBy: null });
    const told = await store.read.select().from(mails).where(eq(mails.template, 'reportWithdrawn'));
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([
      'marek@example.com',
      'mona@example.com',
    ]);
    const withdrawn = eq(auditEntries.action, 'report.withdrawn');
    expect(await store.read.$count(auditEntries, withdrawn)).toBe(1);
    expect(codeOf(await withdrawReport(store, hanna!, { reportId }))).toBe('report_not_submitted');
    must(await submit(reportId));
    must(await acceptReport(store, mona!, { reportId }));
    expect(codeOf(await withdrawReport(store, hanna!, { reportId }))).toBe('report_not_submitted');
  });

  it('is taken back by nobody else, nor what others sent for the vendor', async () => {
    const reportId = await sent('2023-12', '91.5');
    const ours = await draft('2023-11', '90.5', mona);
    must(await submit(ours, null, mona));
    expect(codeOf(await withdrawReport(store, bruno!, { reportId }))).toBe('not_found');
    expect(codeOf(await withdrawReport(store, mona!, { reportId }))).toBe('not_found');
    expect(codeOf(await withdrawReport(store, hanna!, { reportId: ours }))).toBe('not_found');
    expect(await statesOf(reportId, ours)).toEqual(['submitted', 'submitted']);
  });
});
