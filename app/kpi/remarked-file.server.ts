import type { TFunction } from 'i18next';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import { readSetting } from '~/settings/setting-queries.server';
import type { Reader } from '~db/store.server';
import { describeFinding } from './describe-finding';
import { csvText, remarkedSheets, type RemarkedSheet } from './error-file';
import type { Finding } from './finding';
import { findingsOf } from './finding-queries.server';
import { isFinding, sayFinding } from './finding-words.server';
import { arrivedAs, readArrived, type ArrivedAs, type Upload } from './read-upload';
import { loadReadContext, type LoadedContext } from './report-context.server';
import type { FoundReport } from './report-queries.server';
import { readKept } from '~/documents/upload-folder.server';

/** Rows up to which a file goes back as a workbook; larger ones as CSV, which costs next to nothing to write. */
const MOST_WORKBOOK_ROWS = 20_000;

export type RemarkedFile = { name: string; type: string; bytes: Uint8Array };

/** A report's file and what is to be said of it: all that writing it back takes, without the store. */
export type RemarkTask = {
  file: { name: string; sha256: string; as: ArrivedAs };
  context: LoadedContext;
  findings: Finding[];
  language: Language;
};

/** Writes a report's file back with remarks; null where it could not be opened. */
export type WriteRemarks = (task: RemarkTask) => Promise<RemarkedFile | null>;

/** What has to be known to write a report's file back; null where it came without one. */
export async function remarkTask(
  reader: Reader,
  report: Pick<FoundReport, 'id' | 'vendorId' | 'channel' | 'upload'>,
  language: Language,
): Promise<RemarkTask | null> {
  if (!report.upload) return null;
  const { fileName, sha256 } = report.upload;
  const limits = await readSetting(reader, 'report_limits');
  return {
    file: { name: fileName, sha256, as: arrivedAs(report.channel, fileName) },
    context: await loadReadContext(reader, report.id, limits),
    findings: [
      ...(await findingsOf(reader, report.id, { severity: 'error' })),
      ...(await findingsOf(reader, report.id, { severity: 'warning' })),
    ].filter(isFinding),
    language,
  };
}

/**
 * A report's file with a last column of remarks on the rows in question, in the reader's language: a workbook where one
 * came, else CSV; no cell of it can run as a formula. Null where the file could not be opened.
 */
export async function remarkedFile(
  uploads: string,
  { file, context, findings, language }: RemarkTask,
): Promise<RemarkedFile | null> {
  const bytes = await readKept(uploads, file.sha256);
  const choice = { remembered: context.remembered };
  const upload = await readArrived(file.as, { name: file.name, bytes }, context, choice);
  if (upload.form === null) return null;
  const t = translate(language);
  const sheets = sheetsWithRemarks(t, upload, findings);
  const name = file.name.replace(/\.[^.]*$/, '') + `_${t('findings:remarks')}`;
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

function sheetsWithRemarks(
  t: TFunction,
  upload: Upload,
  findings: readonly Finding[],
): RemarkedSheet[] {
  const say = sayFinding(t);
  return remarkedSheets(
    upload.grids,
    upload.sheets.map(({ headerRow }) => headerRow),
    findings,
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
