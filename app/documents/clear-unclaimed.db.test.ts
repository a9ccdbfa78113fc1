import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { receiveReport } from '~/kpi/receive-report.server';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { clearUnclaimed } from './clear-unclaimed.server';
import { keepDocument } from './keep-document.server';
import { keepUpload, readKept } from './upload-folder.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };
const long = new Date('2024-01-10');
const before = new Date('2024-01-12');
const bytesOf = (text: string) => new TextEncoder().encode(text);

let folder: string;
let store: Store;
let cast: Cast;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-uploads-'));
  store = await freshStore();
  cast = await castInto(store);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const portal = () => ({ store, uploads: folder });
const age = (sha256: string) => utimesSync(join(folder, sha256.slice(0, 2), sha256), long, long);

function arrivalOf(text: string) {
  const file = { name: 'a.csv', mediaType: 'text/csv', bytes: bytesOf(text) };
  const channel = 'file' as const;
  return { vendorId: cast.vendor.tardy.id, source: 'vendor_report' as const, channel, file };
}

it('takes away what a failed transaction left, and nothing that a record names', async () => {
  await receiveReport(portal(), act, arrivalOf('Month,OTD_PCT\n2023-12,90\n'));
  const target = {
    vendorId: cast.vendor.tardy.id,
    subject: { kind: 'vendor', id: cast.vendor.tardy.id } as const,
  };
  const pdf = {
    name: 'a.pdf',
    bytes: bytesOf('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  };
  const kept = await keepDocument(portal(), act, target, pdf, { kind: 'other' });
  expect(kept).toMatchObject({ ok: true });
  const failing = receiveReport(portal(), act, arrivalOf('Month,OTD_PCT\n2023-11,90\n'), () =>
    Promise.reject(new Error('disk full')),
  );
  await expect(failing).rejects.toThrow('disk full');
  const left = await keepUpload(folder, bytesOf('Month,OTD_PCT\n2023-11,90\n'));

  expect(await clearUnclaimed(portal(), before)).toBe(0);
  const all = await Promise.all(
    ['Month,OTD_PCT\n2023-12,90\n', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'].map(
      (text) => keepUpload(folder, bytesOf(text)),
    ),
  );
  for (const sha256 of [left, ...all]) age(sha256);
  expect(await clearUnclaimed(portal(), before)).toBe(1);
  for (const sha256 of all) expect((await readKept(folder, sha256)).length).toBeGreaterThan(0);
  await expect(readKept(folder, left)).rejects.toThrow('ENOENT');
});

it('spares a file that comes again while it is cleared', async () => {
  const sha256 = await keepUpload(folder, bytesOf('again'));
  age(sha256);
  await keepUpload(folder, bytesOf('again'));
  expect(await clearUnclaimed(portal(), before)).toBe(0);
  expect(await readKept(folder, sha256)).toEqual(bytesOf('again'));
});

it('finds nothing in a folder that is not there', async () => {
  expect(await clearUnclaimed({ store, uploads: join(folder, 'nowhere') }, before)).toBe(0);
});
