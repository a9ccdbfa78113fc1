import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sheet, SheetCell } from './sheet';

/** Writes a workbook with one sheet, its rows as they come, so that their number costs no memory. */
export async function writeSheet({ header, chunks }: Sheet, to: Writable): Promise<void> {
  const { default: ExcelJS } = await import('exceljs'); // Heavy, and only where a workbook is asked for.
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  const sheet = book.addWorksheet('Mainstay', { views: [{ state: 'frozen', ySplit: 1 }] });
  const rows = chunks[Symbol.asyncIterator]();
  let chunk = await rows.next();
  sheet.columns = widths(header, chunk.done ? [] : chunk.value).map((width) => ({ width }));
  const top = sheet.addRow([...header]);
  top.font = { bold: true };
  top.commit();
  for (; !chunk.done; chunk = await rows.next()) {
    for (const row of chunk.value) sheet.addRow(row).commit();
    await new Promise(setImmediate);
  }
  sheet.commit();
  await book.commit();
}

export async function sheetFile(sheet: Sheet): Promise<Uint8Array> {
  const to = new PassThrough();
  const [bytes] = await Promise.all([buffer(to), writeSheet(sheet, to)]);
  return bytes;
}

/** As wide as the header and the first rows, within reason. */
function widths(header: readonly string[], rows: readonly SheetCell[][]): number[] {
  return header.map((text, index) => {
    const lengths = rows.slice(0, 200).map((row) => String(row[index] ?? '').length);
    return Math.min(60, Math.max(10, text.length + 2, ...lengths));
  });
}
