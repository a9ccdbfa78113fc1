import { cellKinds, LONGEST_CELL, type Grid } from './grid';
import { dateOfSerial, plainDecimal, shifted, type FormatKind } from './number-format';
import type { ReportLimits } from './reading';
import { FileRefusal } from './refusal';
import { attribute, decodeXml, scanTags } from './workbook-xml';

/** What the cells of all sheets share. */
export type WorkbookContext = {
  strings: readonly string[];
  formats: readonly FormatKind[];
  since1904: boolean;
  limits: ReportLimits;
  /** What all sheets together may still hold: rows, and characters, each as often as a cell shows it. */
  left: { rows: number; text: number };
};

type Sheet = { grid: Grid; kinds: Uint8Array[]; merges: string[] };
type OpenCell = {
  column: number;
  type: string;
  style: number;
  formula: string | null;
  text: string | null;
};

const CELL_TAGS = ['row', 'c', 'v', 'f', 't', '/c', 'mergeCell', 'rPh', '/rPh'];
/** The last row that a spreadsheet has. */
const LAST_ROW = 1_048_576;
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** One sheet of a workbook as a grid. Cells merged downwards repeat their text and dates; numbers are not repeated. */
export function readWorksheet(name: string, xml: string, context: WorkbookContext): Grid {
  const kinds: Uint8Array[] = [];
  const sheet: Sheet = { grid: { name, rows: [], numbers: [], kinds }, kinds, merges: [] };
  scanSheet(sheet, xml, context);
  fillMerges(sheet, context.limits.columns);
  return withoutEmptyRows(sheet.grid);
}

function scanSheet(sheet: Sheet, xml: string, context: WorkbookContext): void {
  let rowNumber = 0;
  let nextColumn = 0;
  let row: string[] = [];
  let kinds: number[] = [];
  let cell: OpenCell | null = null;
  let phonetic = false;
  const closeRow = () => {
    if (row.length > 0) addRow(sheet, rowNumber, row, kinds, context);
    row = [];
    kinds = [];
  };
  scanTags(xml, CELL_TAGS, (tag, attributes, text) => {
    if (tag === 'c') {
      const at = REFERENCE.exec(attribute(attributes, 'r') ?? '');
      const column = at?.[1] ? columnOf(at[1]) : nextColumn;
      nextColumn = column + 1;
      cell = attributes.endsWith('/') ? null : openCell(column, attributes);
    } else if (tag === 'v' && cell) cell.text = text;
    else if (tag === 'f' && cell) cell.formula = text;
    else if (tag === 't' && cell && !phonetic) cell.text = (cell.text ?? '') + text;
    else if (tag === '/c' && cell) {
      setCell(row, kinds, cell, sheet, rowNumber, context);
      cell = null;
    } else if (tag === 'row') {
      closeRow();
      rowNumber = Number(attribute(attributes, 'r') ?? rowNumber + 1);
      if (!(rowNumber >= 1 && rowNumber <= LAST_ROW)) throw new FileRefusal('file_damaged');
      nextColumn = 0;
    } else if (tag === 'mergeCell') sheet.merges.push(attribute(attributes, 'ref') ?? '');
    else if (tag === 'rPh') phonetic = !attributes.endsWith('/');
    else if (tag === '/rPh') phonetic = false;
  });
  closeRow();
}

function openCell(column: number, attributes: string): OpenCell {
  return {
    column,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
    formula: null,
    text: null,
  };
}

function setCell(
  row: string[],
  kinds: number[],
  cell: OpenCell,
  sheet: Sheet,
  rowNumber: number,
  context: WorkbookContext,
): void {
  const { text, kind } = cellText(cell, context);
  if (text === '') return;
  if (cell.column >= context.limits.columns)
    throw new FileRefusal(
      'too_many_columns',
      { columns: cell.column + 1, limit: context.limits.columns },
      null,
      sheet.grid.name,
    );
  if (text.length > LONGEST_CELL)
    throw new FileRefusal('cell_too_long', { limit: LONGEST_CELL }, rowNumber, sheet.grid.name);
  context.left.text -= text.length;
  if (context.left.text < 0) throw tooMuchText(context.limits);
  while (row.length < cell.column) row.push('');
  row[cell.column] = text;
  kinds[cell.column] = kind;
}

/** A text that many cells share is packed once and shown often. */
function tooMuchText({ unpackedBytes }: ReportLimits): FileRefusal {
  const megabytes = Math.round(unpackedBytes / 1e6);
  return new FileRefusal('file_unpacks_too_large', { megabytes: megabytes + 1, limit: megabytes });
}

function cellText(cell: OpenCell, context: WorkbookContext): { text: string; kind: number } {
  const raw = cell.text ?? '';
  if (cell.text === null && cell.formula !== null)
    return { text: `=${decodeXml(cell.formula)}`, kind: cellKinds.text };
  if (cell.type === 's') return { text: context.strings[Number(raw)] ?? '', kind: cellKinds.text };
  if (cell.type === 'b') return { text: raw === '1' ? 'TRUE' : 'FALSE', kind: cellKinds.text };
  if (cell.type === 'd') return { text: raw.slice(0, 10), kind: cellKinds.date };
  if (cell.type !== 'n') return { text: decodeXml(raw), kind: cellKinds.text };
  return numberText(raw, context.formats[cell.style] ?? 'number', context.since1904);
}

function numberText(
  raw: string,
  format: FormatKind,
  since1904: boolean,
): { text: string; kind: number } {
  const plain = plainDecimal(raw);
  if (plain === null) return { text: decodeXml(raw), kind: cellKinds.text };
  if (format === 'percent') return { text: `${shifted(plain, 2)}%`, kind: cellKinds.number };
  const date = format === 'date' ? dateOfSerial(Number(plain), since1904) : null;
  return date ? { text: date, kind: cellKinds.date } : { text: plain, kind: cellKinds.number };
}

function addRow(
  sheet: Sheet,
  number: number,
  row: string[],
  kinds: number[],
  { limits, left }: WorkbookContext,
): void {
  left.rows -= 1;
  if (sheet.grid.rows.length >= limits.rows || left.rows < 0)
    throw new FileRefusal('too_many_rows', { limit: limits.rows }, null, sheet.grid.name);
  sheet.grid.rows.push(row);
  sheet.grid.numbers.push(number);
  sheet.kinds.push(Uint8Array.from(row, (_, column) => kinds[column] ?? 0));
}

/** Fills what was merged. Merged cells do not overlap, so that no more can be filled than the sheet has cells. */
function fillMerges(sheet: Sheet, columns: number): void {
  let left = sheet.grid.rows.length * columns;
  for (const merge of sheet.merges) {
    left -= 1 + fillDown(sheet, merge);
    if (left < 0 && sheet.merges.length > columns) throw new FileRefusal('file_damaged');
  }
}

/** Repeats a merged cell's text down its first column: `A4:A14` names the period of eleven rows. */
function fillDown(sheet: Sheet, reference: string): number {
  const [from, to] = reference.split(':').map((part) => REFERENCE.exec(part));
  if (!from?.[1] || !to?.[2]) return 0;
  const column = columnOf(from[1]);
  const first = Number(from[2]);
  const last = Number(to[2]);
  if (first === last) return 0;
  const { numbers, rows } = sheet.grid;
  const start = firstAtOrAfter(numbers, first);
  const text = numbers[start] === first ? rows[start]?.[column] : undefined;
  const kind = sheet.kinds[start]?.[column] ?? cellKinds.text;
  if (!text || kind === cellKinds.number) return 0;
  let index = start + 1;
  for (; index < rows.length && (numbers[index] ?? 0) <= last; index += 1)
    setFilled(sheet, index, column, text, kind);
  return index - start;
}

function setFilled(sheet: Sheet, index: number, column: number, text: string, kind: number): void {
  const row = sheet.grid.rows[index];
  if (!row || row[column]) return;
  while (row.length < column) row.push('');
  row[column] = text;
  const kinds = new Uint8Array(row.length);
  kinds.set(sheet.kinds[index] ?? []);
  kinds[column] = kind;
  sheet.kinds[index] = kinds;
}

function firstAtOrAfter(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutEmptyRows(grid: Grid): Grid {
  const kept = grid.rows.map((row) => row.some((cell) => cell.trim() !== ''));
  if (kept.every(Boolean)) return grid;
  const filter = <T>(items: T[]) => items.filter((_, index) => kept[index]);
  return {
    name: grid.name,
    rows: filter(grid.rows),
    numbers: filter(grid.numbers),
    kinds: grid.kinds && filter(grid.kinds),
  };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
