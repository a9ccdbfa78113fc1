import { stringify } from 'csv-stringify/sync';
import { neutral } from '~/shared/neutral-cell';

export type ExportColumn<Row> = {
  header: string;
  /** Figures go out as text of their exact decimals, or as numbers where a spreadsheet should reckon with them. */
  value: (row: Row) => string | number | null | undefined;
};

export type ExportFormat = 'csv' | 'xlsx';

/** The format that a URL asks for, CSV unless it says `xlsx`. */
export function exportFormat(request: Request): ExportFormat {
  return new URL(request.url).searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
}

/** A table as a file to download; `name` without its ending, such as `vendors-2024-01-12`. */
export async function exportTable<Row>(
  format: ExportFormat,
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Response> {
  const header = columns.map((column) => column.header);
  const cells = rows.map((row) => columns.map((column) => neutral(column.value(row) ?? '')));
  const body = format === 'csv' ? csv([header, ...cells]) : await workbook(header, cells);
  return new Response(body, {
    headers: {
      'Content-Type': contentTypes[format],
      'Content-Disposition': disposition(`${name}.${format}`),
      'Cache-Control': 'private, no-store',
    },
  });
}

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** With a byte order mark, without which Excel reads Chinese wrongly. */
function csv(rows: readonly (string | number)[][]): string {
  return stringify(rows as (string | number)[][], { bom: true, record_delimiter: '\r\n' });
}

async function workbook(header: string[], rows: (string | number)[][]): Promise<ArrayBuffer> {
  const { default: ExcelJS } = await import('exceljs'); // Heavy, and only where a workbook is asked for.
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Mainstay', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(header).font = { bold: true };
  sheet.addRows(rows);
  sheet.columns.forEach((column, index) => {
    const lengths = rows.slice(0, 200).map((row) => String(row[index] ?? '').length);
    column.width = Math.min(60, Math.max(10, (header[index] ?? '').length + 2, ...lengths));
  });
  return book.xlsx.writeBuffer();
}

/**
 * A file as it is, to be saved and never shown: its type is what we say, not what a browser guesses, and a browser that
 * opens it after all runs nothing in it.
 */
export function fileAnswer(name: string, type: string, body: Uint8Array): Response {
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  });
}

function disposition(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
