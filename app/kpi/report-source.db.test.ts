import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { readings } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { receiveReport } from './receive-report.server';
import { stageReport } from './stage-report.server';

let store: Store;
let cast: Cast;
let uploads: string;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  uploads = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
});
afterEach(() => rmSync(uploads, { recursive: true, force: true }));

async function stagedBy(who: 'hanna' | 'mona', source: string) {
  const { id: personId, name, role } = cast.person[who];
  const vendorId = cast.vendor.harbour.id;
  const act: Act = {
    actor: { kind: 'person', personId, name, role, address: null },
    now: testNow,
    scope: role === 'vendor' ? { kind: 'vendor', vendorId } : everything,
  };
  const bytes = new TextEncoder().encode(
    `period,kpi,value,source\n2023-12,OTD_PCT,99,${source}\n2023-12,RUNS,1000,\n`,
  );
  const received = await receiveReport({ store, uploads }, act, {
    vendorId,
    source: 'vendor_report',
    channel: 'file',
    file: { name: 'report.csv', mediaType: 'text/csv', bytes },
  });
  if (!received.ok) throw new Error(received.reason.code);
  const { reportId } = received.value;
  const { findings } = await stageReport({ store, uploads }, act, reportId);
  const kept = await store.read.select().from(readings).where(eq(readings.reportId, reportId));
  const errors = findings.list.filter(({ severity }) => severity === 'error');
  return { errors, sources: kept.map((reading) => reading.source).sort() };
}

it('a vendor speaks for no measurement but its own: our system log outranks its report', async () => {
  const { errors, sources } = await stagedBy('hanna', 'system_log');
  expect(errors).toMatchObject([
    { code: 'source_not_yours', row: 2, columnName: 'source', value: 'system_log' },
  ]);
  expect(sources).toEqual([]);
});

it('a vendor may name itself as the source', async () => {
  const { errors, sources } = await stagedBy('hanna', 'vendor_report');
  expect(errors).toEqual([]);
  expect(sources).toEqual(['vendor_report', 'vendor_report']);
});

it('an insider’s file may hold what several have measured', async () => {
  const { errors, sources } = await stagedBy('mona', 'system_log');
  expect(errors).toEqual([]);
  expect(sources).toEqual(['system_log', 'vendor_report']);
});
