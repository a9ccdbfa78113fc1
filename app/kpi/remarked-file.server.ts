import type { TFunction } from 'i18next';
import { readSetting } from '~/settings/setting-queries.server';
import type { Reader } from '~db/store.server';
import { describeFinding } from './describe-finding';
import { csvText, remarkedSheets, type RemarkedSheet } from './error-file';
import { findingsOf } from './finding-queries.server';
import { isFinding, sayFinding } from './finding-words.server';
import { readPasted, readUpload, type Upload } from './read-upload';
import { loadReadContext } from './report-context.server';
import type { FoundReport } from './report-queries.server';
import { readKept } from '~/documents/upload-folder.server';

/** Rows up to which a file goes back as a workbook; larger ones as CSV, which costs next to nothing to write. */
const MOST_WORKBOOK_ROWS = 20_000;

type RemarkedFile = { name: string; type: string; bytes: Uint8Array };

/**
 * A report's file with a last column of remarks on the rows in question, in the reader's language: a workbook where one
 * came, else CSV; no cell of it can run as a formula. Null where the file could not be opened.
 */
export async function remarkedFile(
  reader: Reader,
  uploads: string,
  t: TFunction,
  report: FoundReport,
): Promise<RemarkedFile | null> {
  if (!report.upload) return null;
  const limits = await readSetting(reader, 'report_limits');
  const context = await loadReadContext(reader, report.vendorId, limits);
  const bytes = await readKept(uploads, report.upload.sha256);
  const choice = { remembered: context.remembered };
  const upload =
    report.channel === 'paste'
      ? readPasted(new TextDecoder().decode(bytes), context, choice)
      : await readUpload({ name: report.upload.fileName, bytes }, context, choice);
  if (upload.form === null) return null;
  const sheets = await sheetsWithRemarks(reader, t, report.id, upload);
  const name = report.upload.fileName.replace(/\.[^.]*$/, '') + `_${t('findings:remarks')}`;
  const rows = sheets.reduce((count, sheet) => count + sheet.rows.length, 0);
  if (upload.form.kind === 'workbook' && rows <= MOST_WORKBOOK_ROWS)
    return { name: `${name}.xlsx`, type: XLSX, bytes: await workbookOf(sheets) };
  const text = sheets.map((sheet) => csvText(sheet.rows)).join('\r\n');
  return {
    name: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function sheetsWithRemarks(
  reader: Reader,
  t: TFunction,
  reportId: number,
  upload: Upload,
): Promise<RemarkedSheet[]> {
  const found = [
    ...(await findingsOf(reader, reportId, { severity: 'error' })),
    ...(await findingsOf(reader, reportId, { severity: 'warning' })),
  ].filter(isFinding);
  const say = sayFinding(t);
  return remarkedSheets(
    upload.grids,
    upload.sheets.map(({ headerRow }) => headerRow),
    found,
    t('findings:remarks'),
    (finding) => {
      const { what } = describeFinding(finding, say);
      return finding.columnName === null ? what : `${finding.columnName}: ${what}`;
    },
  );
}

/** Numbers go back as numbers, so that the mended file reads as the first one did. */
async function workbookOf(sheets: readonly RemarkedSheet[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs'); // Heavy, and only where a workbook is asked for.
  const book = new ExcelJS.Workbook();
  sheets.forEach(({ name, rows }, index) => {
    const sheet = book.addWorksheet(name ?? `${index + 1}`);
    sheet.addRows(rows.map((row) => row.map(cellOf)));
    const remarks = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (remarks > 0) sheet.getColumn(remarks).width = 80;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const EXACT_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

function cellOf(text: string): string | number {
  return EXACT_NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text;
}
