import { FileRefusal } from './refusal';

/** What a workbook's cell was before it became text. Text files have text alone. */
export const cellKinds = { text: 0, number: 1, date: 2 } as const;

/**
 * One sheet as text, without its empty rows: `rows[i]` stands in row `numbers[i]` (1 is the first) of the file. Numbers of
 * workbooks are plain decimals, with `%` where the cell's format shows a percentage; dates are `YYYY-MM-DD`.
 * `kinds` is null for text files.
 */
export type Grid = {
  name: string | null;
  rows: string[][];
  numbers: number[];
  kinds: Uint8Array[] | null;
};

/** So many rows below the header stay with a report, for mapping its columns by eye. */
export const ROWS_SHOWN = 5;

/** Name of a column as a spreadsheet writes it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** What a cell of a spreadsheet holds at most, in characters. */
export const LONGEST_CELL = 32_767;

/** The grid of a text file or of pasted cells, of `mostRows` rows that are not empty. */
export function gridOfRecords(records: Iterable<string[]>, mostRows = Infinity): Grid {
  const rows: string[][] = [];
  const numbers: number[] = [];
  const shared = sharing();
  let number = 0;
  for (const record of records) {
    number += 1;
    if (record.every((cell) => cell === '' || cell.trim() === '')) continue;
    if (record.some((cell) => cell.length > LONGEST_CELL))
      throw new FileRefusal('cell_too_long', { limit: LONGEST_CELL }, number);
    if (rows.length === mostRows)
      throw new FileRefusal('too_many_rows', { limit: mostRows - 1 }, number);
    rows.push(record.map(shared)); // Its own length: a row that grew cell by cell has room for seventeen.
    numbers.push(number);
  }
  return { name: null, rows, numbers, kinds: null };
}

/** Different cells of a file that are looked for among those before: beyond them hardly anything is said twice. */
const MOST_SHARED = 20_000;

/** Cells that say the same are kept once: a hundred thousand rows have few months, KPIs, markets and values. */
function sharing(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const same = known.get(cell);
    if (same !== undefined) return same;
    if (known.size < MOST_SHARED) known.set(cell, cell);
    return cell;
  };
}

/** One row of readings as the interface for programs sends it. */
export type ReadingRow = Partial<
  Record<
    | 'period'
    | 'kpi'
    | 'market'
    | 'service'
    | 'value'
    | 'numerator'
    | 'denominator'
    | 'sample_size'
    | 'source'
    | 'note',
    string | number | null
  >
>;

const ROW_FIELDS = [
  'period',
  'kpi',
  'market',
  'service',
  'value',
  'numerator',
  'denominator',
  'sample_size',
  'source',
  'note',
] as const;

/** The grid of rows that a program sends: the first of them is row 1, above it a header of our own. Numbers keep a decimal point. */
export function gridOfRows(rows: readonly ReadingRow[]): Grid {
  const grid: Grid = {
    name: null,
    rows: [[...ROW_FIELDS]],
    numbers: [0],
    kinds: [new Uint8Array(ROW_FIELDS.length)],
  };
  rows.forEach((row, index) => {
    const kinds = new Uint8Array(ROW_FIELDS.length);
    grid.rows.push(
      ROW_FIELDS.map((field, column) => {
        const value = row[field] ?? '';
        const isNumber = typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(value);
        if (isNumber) kinds[column] = cellKinds.number;
        return String(value);
      }),
    );
    grid.numbers.push(index + 1);
    grid.kinds?.push(kinds);
  });
  return grid;
}
