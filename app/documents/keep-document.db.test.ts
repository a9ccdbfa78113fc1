import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { changeSetting } from '~/settings/change-setting.server';
import { auditEntries } from '~db/schema/audit';
import { documents } from '~db/schema/documents';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { documentsOf, findDocument } from './document-queries.server';
import { keepDocument, removeDocument } from './keep-document.server';
import { sniffFile } from './sniff-file.server';
import { readKept } from './upload-folder.server';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let store: Store;
let cast: Cast;
let petra: Act;
let hanna: Act;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  petra = actOf(cast.person.petra, everything);
  hanna = actOf(cast.person.hanna, { kind: 'vendor', vendorId: cast.vendor.harbour.id });
});

function actOf({ id, name, role }: Cast['person']['petra'], scope: Act['scope']): Act {
  const actor = { kind: 'person', personId: id, name, role, address: null } as const;
  return { now: testNow, scope, actor };
}

const text = (content: string) => new TextEncoder().encode(content);
const pdf = text('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

function png(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function xlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('A').addRow(['a']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function keep(act: Act, name: string, bytes: Uint8Array, more: { internal?: boolean } = {}) {
  const { id } = cast.vendor.harbour;
  return keepDocument(
    { store, uploads: folder },
    act,
    { vendorId: id, subject: { kind: 'vendor', id }, ...more },
    { name, bytes },
    { kind: 'certificate', expiresOn: '2025-01-31', version: '2' },
  );
}

describe('the bytes tell the type', () => {
  it.each([
    ['pdf', () => pdf],
    ['jpg', () => jpeg],
    ['png', png],
    ['xlsx', xlsx],
    ['txt', () => text('vendor,score\nHARBOUR,7\n')],
    ['txt', () => Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa])],
  ])('%s', async (type, bytes) => {
    expect(await sniffFile(await bytes())).toBe(type);
  });

  it.each([
    ['a page', () => text('  <!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['bytes', () => Uint8Array.from([1, 2, 3, 4])],
  ])('%s is none that is kept', async (_, bytes) => {
    const outcome = await keep(petra, 'paper.txt', bytes());
    expect(outcome).toMatchObject({ ok: false, reason: { code: 'document_type_unknown' } });
  });
});

describe('keeping a document', () => {
  it('puts the bytes under their hash and its facts into the register and the trail', async () => {
    const outcome = await keep(hanna, '../ISO 9001.pdf', pdf);
    if (!outcome.ok) throw new Error(outcome.reason.code);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await findDocument(store.read, hanna.scope, outcome.value.documentId)).toMatchObject({
      title: 'ISO 9001.pdf',
      fileName: 'ISO 9001.pdf',
      mediaType: 'application/pdf',
      kind: 'certificate',
      version: '2',
      expiresOn: '2025-01-31',
      uploadedSide: 'vendor',
      bytes: pdf.length,
      sha256,
    });
    expect(await readKept(folder, sha256)).toEqual(pdf);
    const [entry] = await store.read.select().from(auditEntries);
    expect(entry).toMatchObject({ action: 'document.added', after: { sha256 } });
  });

  it('keeps the same bytes once', async () => {
    const bytes = text('the same text');
    await keep(hanna, 'a.txt', bytes);
    await keep(hanna, 'b.txt', bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(readdirSync(join(folder, sha256.slice(0, 2)))).toContain(sha256);
    expect(new Set((await store.read.select().from(documents)).map((row) => row.sha256)).size).toBe(
      1,
    );
  });

  it('refuses what is too large, empty, misnamed or not there, with every wrong field', async () => {
    await changeSetting(store, petra, { name: 'document_megabytes', value: 1 });
    const large = Buffer.concat([pdf, Buffer.alloc(1_000_000)]);
    expect(await keep(petra, 'a.pdf', large)).toMatchObject({
      reason: { code: 'document_too_large', params: { max: '1 MB' } },
    });
    expect(await keep(petra, 'a.pdf', new Uint8Array())).toMatchObject({
      reason: { code: 'document_empty' },
    });
    expect(await keep(petra, 'a.docx', pdf)).toMatchObject({
      reason: { code: 'document_misnamed', params: { ending: '.docx', found: '.pdf' } },
    });
    const { id } = cast.vendor.harbour;
    const target = { vendorId: id, subject: { kind: 'vendor', id } } as const;
    expect(
      await keepDocument({ store, uploads: folder }, petra, target, undefined, { kind: 'x' }),
    ).toMatchObject({
      ok: false,
      fields: [
        { code: 'not_a_choice', field: 'kind' },
        { code: 'document_missing', field: 'file' },
      ],
    });
    expect(await store.read.$count(documents)).toBe(0);
  });
});

describe('who sees a document', () => {
  it('the vendor its own and none that is ours alone; no other vendor any', async () => {
    const { id } = cast.vendor.harbour;
    await keep(petra, 'ours.pdf', pdf, { internal: true });
    await keep(petra, 'shared.pdf', pdf);
    await keep(hanna, 'theirs.pdf', pdf);
    const seen = async (scope: Act['scope']) =>
      (await documentsOf(store.read, scope, { kind: 'vendor', id })).map(
        ({ fileName, uploader }) => `${fileName} ${uploader ?? '-'}`,
      );
    expect((await seen(hanna.scope)).sort()).toEqual(['shared.pdf -', 'theirs.pdf Hanna Harbour']);
    expect(await seen(everything)).toHaveLength(3);
    expect(await seen({ kind: 'vendor', vendorId: cast.vendor.brittle.id })).toEqual([]);
    const { id: marketId, path } = cast.market.asia;
    expect(await seen({ kind: 'reach', marketId, path })).toEqual([]);
  });

  it('a vendor takes out what its own side handed in', async () => {
    const ours = await keep(petra, 'ours.pdf', pdf);
    const theirs = await keep(hanna, 'theirs.pdf', pdf);
    if (!ours.ok || !theirs.ok) throw new Error('not kept');
    expect(await removeDocument(store, hanna, ours.value.documentId)).toMatchObject({
      reason: { code: 'not_allowed' },
    });
    expect(await removeDocument(store, hanna, theirs.value.documentId)).toMatchObject({ ok: true });
    expect(await findDocument(store.read, everything, theirs.value.documentId)).toBeNull();
  });
});
