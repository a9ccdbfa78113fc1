import { decodeText, type Encoding } from './decode-text';
import { delimitedRecords, sniffDelimiter, type Delimiter } from './delimited';
import { fileKind, misnamed } from './file-kind';
import { collectFindings, type FindingCode, type Findings } from './finding';
import { gridOfRecords, gridOfRows, type Grid, type ReadingRow } from './grid';
import type { Mapping, RememberedMapping } from './mapping';
import { readGrids, type SheetRead } from './read-grids';
import type { NewMarket } from './new-markets';
import { reportLimits, type ReadContext, type Reading } from './reading';
import { FileRefusal } from './refusal';
import type { ReportChannel } from './report';
import { rowsOfBody } from './report-body';
import { readWorkbook } from './workbook';

/** How a report came: a text file, a workbook, or rows from a program. */
export type UploadForm =
  | { kind: 'text'; encoding: Encoding; delimiter: Delimiter }
  | { kind: 'workbook' }
  | { kind: 'rows' };

/**
 * A mapping decided now goes before the remembered ones. With `letsGo` the sheets lose their cells while they are read, but
 * for the first rows: those of a large file weigh more than its readings.
 */
export type MappingChoice = {
  mapping?: Mapping | null;
  remembered?: readonly RememberedMapping[];
  letsGo?: boolean;
};

/**
 * What a report says. `form` is null when the file could not be opened; with any error in `findings` nothing may be stored.
 * `merged` counts readings that only repeated another. `grids` are the sheets as read, for sending back with remarks.
 */
export type Upload = {
  form: UploadForm | null;
  grids: readonly Grid[];
  sheets: readonly SheetRead[];
  readings: Reading[];
  newMarkets: readonly NewMarket[];
  merged: number;
  findings: Findings;
};

/** Reads a report file (CSV or XLSX) whatever its encoding, delimiter, layout and language. */
export async function readUpload(
  file: { name: string; bytes: Uint8Array },
  context: ReadContext,
  choice: MappingChoice = {},
): Promise<Upload> {
  const limits = context.limits ?? reportLimits;
  try {
    if (file.bytes.length === 0) throw new FileRefusal('file_empty');
    if (file.bytes.length > limits.fileBytes) throw tooLarge(file.bytes.length, limits.fileBytes);
    const kind = fileKind(file.bytes);
    if (kind !== 'text' && kind !== 'zip') throw new FileRefusal(kind);
    if (kind === 'zip') {
      const grids = await readWorkbook(file.bytes, limits);
      refuseMisnamed(file.name, kind);
      return readOpened({ kind: 'workbook' }, grids, context, choice);
    }
    refuseMisnamed(file.name, kind);
    const { text, encoding } = decodeText(file.bytes);
    return readText(text, encoding, context, choice);
  } catch (error) {
    return refusedUpload(error, limits.findings);
  }
}

/** Reads pasted cells: tabs as a spreadsheet copies them, or delimited text. */
export function readPasted(text: string, context: ReadContext, choice: MappingChoice = {}): Upload {
  const limits = context.limits ?? reportLimits;
  try {
    if (text.trim() === '') throw new FileRefusal('file_empty');
    if (text.length > limits.fileBytes) throw tooLarge(text.length, limits.fileBytes);
    return readText(text, 'utf-8', context, choice);
  } catch (error) {
    return refusedUpload(error, limits.findings);
  }
}

/** Reads rows that a program sends. Row 1 in a finding is the first of them. */
export function readRows(rows: readonly ReadingRow[], context: ReadContext): Upload {
  const limits = context.limits ?? reportLimits;
  try {
    if (rows.length === 0) throw new FileRefusal('no_rows');
    if (rows.length > limits.rows) throw new FileRefusal('too_many_rows', { limit: limits.rows });
    return readOpened({ kind: 'rows' }, [gridOfRows(rows)], context, {});
  } catch (error) {
    return refusedUpload(error, limits.findings);
  }
}

/** How a report's file is read: as a file of its own kind, as pasted cells, or as what a program sent. */
export type ArrivedAs = 'file' | 'paste' | 'rows';

/** Files come through every channel; programs send rows as well. */
export function arrivedAs(channel: ReportChannel, fileName: string): ArrivedAs {
  if (channel === 'paste') return 'paste';
  return channel === 'api' && fileName.endsWith('.json') ? 'rows' : 'file';
}

/** Reads what was kept of a report as it arrived. */
export async function readArrived(
  as: ArrivedAs,
  file: { name: string; bytes: Uint8Array },
  context: ReadContext,
  choice: MappingChoice = {},
): Promise<Upload> {
  switch (as) {
    case 'file':
      return readUpload(file, context, choice);
    case 'paste':
      return readPasted(new TextDecoder().decode(file.bytes), context, choice);
    case 'rows':
      return readRows(rowsOfBody(new TextDecoder().decode(file.bytes)), context);
  }
}

function readText(
  text: string,
  encoding: Encoding,
  context: ReadContext,
  choice: MappingChoice,
): Upload {
  const limits = context.limits ?? reportLimits;
  const delimiter = sniffDelimiter(text);
  const records = delimitedRecords(text, delimiter, limits.columns);
  const grid = gridOfRecords(records, limits.rows + 1);
  return readOpened({ kind: 'text', encoding, delimiter }, [grid], context, choice);
}

function readOpened(
  form: UploadForm,
  grids: Grid[],
  context: ReadContext,
  choice: MappingChoice,
): Upload {
  if (grids.every((grid) => grid.rows.length === 0)) throw new FileRefusal('file_empty');
  const hasSemicolons = form.kind === 'text' && form.delimiter === ';';
  return { form, grids, ...readGrids(grids, context, choice, hasSemicolons) };
}

function refuseMisnamed(name: string, kind: 'text' | 'zip'): void {
  const code = misnamed(name, kind);
  if (code) throw new FileRefusal(code, { name });
}

function tooLarge(size: number, limit: number): FileRefusal {
  const megabytes = (bytes: number) => Number((bytes / 1e6).toFixed(1));
  const code: FindingCode = 'file_too_large';
  return new FileRefusal(code, { megabytes: megabytes(size), limit: megabytes(limit) });
}

function refusedUpload(error: unknown, limit: number): Upload {
  if (!(error instanceof FileRefusal)) throw error;
  const findings = collectFindings(limit);
  findings.add('error', error.code, { params: error.params, row: error.row, sheet: error.sheet });
  return { form: null, grids: [], sheets: [], readings: [], newMarkets: [], merged: 0, findings };
}
