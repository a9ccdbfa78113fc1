import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandAct, everything, type Scope } from '~/auth/act';
import { keepRisk } from '~/risks/keep-risk.server';
import { parsePeriod } from '~/shared/period';
import { registerVendor } from '~/vendors/register-vendor.server';
import { readings, reports } from '~db/schema/kpi';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { exportTables } from './export-tables.server';
import { exportNames, type ExportName, type ExportPeriods } from './table';
import { writeExport, type ExportFormat } from './write-export.server';

let store: Store;
let cast: Cast;
const act = commandAct(testNow);
const ALL: ExportPeriods = { from: null, to: null };
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

async function written(
  name: ExportName,
  format: ExportFormat,
  scope: Scope = everything,
  periods = ALL,
): Promise<{ bytes: Buffer; count: number }> {
  const { columns, chunks } = exportTables[name];
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  const rows = { columns, chunks: chunks(store.read, scope, periods) };
  const count = await writeExport(format, rows, stream);
  return { bytes: Buffer.concat(parts), count };
}

async function json(name: ExportName, scope?: Scope, periods?: ExportPeriods) {
  const { bytes } = await written(name, 'json', scope, periods);
  return JSON.parse(bytes.toString()) as Record<string, unknown>[];
}

describe('exports', () => {
  it.each(exportNames)('%s goes out in every format', async (name) => {
    const { columns } = exportTables[name];
    const [header] = (await written(name, 'csv')).bytes.toString().split('\n');
    expect(header).toBe(columns.join(','));
    for (const row of await json(name)) expect(Object.keys(row)).toEqual([...columns]);
    const book = new ExcelJS.Workbook();
    const { bytes, count } = await written(name, 'xlsx');
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    expect(book.worksheets[0]?.rowCount).toBe(count + (columns.length > 0 ? 1 : 0));
  });

  it('gives vendors with what they offer, and a group by its code', async () => {
    await registerVendor(store, act, { code: 'SUB', name: 'Sub', parent: 'HARBOUR' });
    const rows = await json('vendors');
    expect(rows.map(({ code }) => code)).toEqual(['BRITTLE', 'HARBOUR', 'POLAR', 'SUB', 'TARDY']);
    expect(rows[3]).toMatchObject({ parent: 'HARBOUR', status: 'prospect', services: [] });
    expect(rows[1]).toMatchObject({ services: [cast.service.haulage.code], markets: ['FR'] });
  });

  it('gives readings that count, within the months asked for', async () => {
    const year = await json('readings');
    const quarter = await json('readings', everything, {
      from: parsePeriod('2023-01'),
      to: parsePeriod('2023-03'),
    });
    expect([...new Set(quarter.map(({ period }) => period))].sort()).toEqual([
      '2023-01',
      '2023-02',
      '2023-03',
    ]);
    expect(year.length).toBeGreaterThan(quarter.length);
    await store.transact(async (tx) => {
      await tx.update(reports).set({ state: 'draft' });
    });
    expect(await json('readings')).toEqual([]);
    await store.transact(async (tx) => {
      await tx.update(reports).set({ state: 'accepted' });
      await tx.update(readings).set({ supersededBy: 1 });
    });
    expect(await json('readings')).toEqual([]);
  });

  it('shows an outsider the own rows alone, and nothing internal', async () => {
    const { harbour, brittle } = cast.vendor;
    await keepRisk(store, act, brittle.id, null, {
      category: 'financial',
      title: 'Runs dry',
      likelihood: '3',
      impact: '3',
      residualLikelihood: '2',
      residualImpact: '3',
      reviewedOn: '2024-01-02',
    });
    const scope: Scope = { kind: 'vendor', vendorId: harbour.id };
    expect((await json('vendors', scope)).map(({ code }) => code)).toEqual(['HARBOUR']);
    for (const name of exportNames) {
      const rows = await json(name, scope);
      const foreign = rows.filter(({ vendor }) => vendor !== undefined && vendor !== 'HARBOUR');
      expect(foreign, name).toEqual([]);
    }
    expect(await json('audit', scope)).toEqual([]);
    expect(await json('risks')).toMatchObject([{ vendor: 'BRITTLE', residual_score: 6 }]);
    expect(await json('risks', { kind: 'vendor', vendorId: brittle.id })).toEqual([]);
  });

  it('makes cells that a spreadsheet would run harmless, and leaves numbers numbers', async () => {
    await registerVendor(store, act, { code: 'A1', name: '=HYPERLINK("http://x","y")' });
    const text = (await written('vendors', 'csv')).bytes.toString();
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
});
