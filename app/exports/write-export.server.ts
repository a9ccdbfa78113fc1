import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { neutral } from '~/shared/neutral-cell';
import type { ExportCell } from './table';

export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

type Rows = { columns: readonly string[]; chunks: AsyncIterable<ExportCell[][]> };

/** Writes a table chunk by chunk as its reader takes it, and returns how many rows there were. */
export async function writeExport(format: ExportFormat, rows: Rows, to: Writable): Promise<number> {
  switch (format) {
    case 'csv':
      return writeCsv(rows, to);
    case 'json':
      return writeJson(rows, to);
    case 'xlsx':
      return writeWorkbook(rows, to);
  }
}

async function send(to: Writable, text: string): Promise<void> {
  if (text !== '' && !to.write(text)) await once(to, 'drain');
}

async function writeCsv({ columns, chunks }: Rows, to: Writable): Promise<number> {
  let count = 0;
  if (columns.length > 0) await send(to, stringify([[...columns]]));
  for await (const rows of chunks) {
    await send(to, stringify(rows.map((row) => row.map(csvCell))));
    count += rows.length;
  }
  return count;
}

function csvCell(cell: ExportCell): string | number {
  return cell === null ? '' : neutral(flat(cell));
}

/** Lists as files write them, apart by `;`; documents as JSON. */
function flat(cell: NonNullable<ExportCell>): string | number {
  if (typeof cell !== 'object') return cell;
  return Array.isArray(cell) ? cell.join(';') : JSON.stringify(cell);
}

async function writeJson({ columns, chunks }: Rows, to: Writable): Promise<number> {
  let count = 0;
  await send(to, '[');
  for await (const rows of chunks) {
    const texts = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
    );
    await send(to, (count === 0 ? '\n' : ',\n') + texts.join(',\n'));
    count += rows.length;
  }
  await send(to, count === 0 ? ']\n' : '\n]\n');
  return count;
}

async function writeWorkbook({ columns, chunks }: Rows, to: Writable): Promise<number> {
  const { default: ExcelJS } = await import('exceljs'); // Heavy, and only where a workbook is asked for.
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  const sheet = book.addWorksheet('Mainstay', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ width: Math.max(12, column.length + 2) }));
  const header = sheet.addRow([...columns]);
  header.font = { bold: true };
  header.commit();
  let count = 0;
  for await (const rows of chunks) {
    for (const row of rows) sheet.addRow(row.map(sheetCell)).commit();
    count += rows.length;
    await new Promise(setImmediate);
  }
  sheet.commit();
  await book.commit();
  return count;
}

/** Figures that a spreadsheet keeps exactly become numbers; the others stay text. */
function sheetCell(cell: ExportCell): string | number | null {
  if (cell === null) return null;
  const value = flat(cell);
  if (typeof value === 'number') return value;
  const isExact = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 15;
  return isExact ? Number(value) : neutral(value);
}
