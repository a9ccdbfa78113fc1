import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { csvLines } from '~/shared/csv';
import { neutral } from '~/shared/neutral-cell';
import { writeSheet } from '~/shared/write-sheet.server';
import type { ExportCell } from './table';

export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

type Rows = { columns: readonly string[]; chunks: AsyncIterable<ExportCell[][]> };

/** Writes a table chunk by chunk as its reader takes it, and returns how many rows there were. */
export async function writeExport(
  format: ExportFormat,
  { columns, chunks }: Rows,
  to: Writable,
): Promise<number> {
  let count = 0;
  async function* counted() {
    for await (const rows of chunks) {
      count += rows.length;
      yield rows;
    }
  }
  await writers[format]({ columns, chunks: counted() }, to);
  return count;
}

const writers: Record<ExportFormat, (rows: Rows, to: Writable) => Promise<void>> = {
  csv: writeCsv,
  json: writeJson,
  xlsx: writeWorkbook,
};

async function send(to: Writable, text: string): Promise<void> {
  if (text !== '' && !to.write(text)) await once(to, 'drain');
}

async function writeCsv({ columns, chunks }: Rows, to: Writable): Promise<void> {
  if (columns.length > 0) await send(to, csvLines([columns], { end: '\n' }));
  for await (const rows of chunks)
    await send(
      to,
      csvLines(
        rows.map((row) => row.map(csvCell)),
        { end: '\n' },
      ),
    );
}

function csvCell(cell: ExportCell): string | number {
  return cell === null ? '' : neutral(flat(cell));
}

/** Lists as files write them, apart by `;`; documents as JSON. */
function flat(cell: NonNullable<ExportCell>): string | number {
  if (typeof cell !== 'object') return cell;
  return Array.isArray(cell) ? cell.join(';') : JSON.stringify(cell);
}

async function writeJson({ columns, chunks }: Rows, to: Writable): Promise<void> {
  let isFirst = true;
  await send(to, '[');
  for await (const rows of chunks) {
    const texts = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
    );
    await send(to, (isFirst ? '\n' : ',\n') + texts.join(',\n'));
    isFirst = false;
  }
  await send(to, isFirst ? ']\n' : '\n]\n');
}

async function writeWorkbook({ columns, chunks }: Rows, to: Writable): Promise<void> {
  async function* cells() {
    for await (const rows of chunks) yield rows.map((row) => row.map(sheetCell));
  }
  await writeSheet({ header: columns, chunks: cells() }, to);
}

/** Figures that a spreadsheet keeps exactly become numbers; the others stay text. */
function sheetCell(cell: ExportCell): string | number | null {
  if (cell === null) return null;
  const value = flat(cell);
  if (typeof value === 'number') return value;
  const isExact = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 15;
  return isExact ? Number(value) : neutral(value);
}
