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

/** Name of a column as a spreadsheet writes it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The grid of a text file or of pasted cells. */
export function gridOfRecords(records: string[][]): Grid {
  const rows: string[][] = [];
  const numbers: number[] = [];
  records.forEach((record, index) => {
    if (record.every((cell) => cell === '' || cell.trim() === '')) return;
    rows.push(record);
    numbers.push(index + 1);
  });
  return { name: null, rows, numbers, kinds: null };
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

/** The grid of rows that a program sends: row 1 is the header, row 2 its first row. Numbers keep a decimal point. */
export function gridOfRows(rows: readonly ReadingRow[]): Grid {
  const grid: Grid = {
    name: null,
    rows: [[...ROW_FIELDS]],
    numbers: [1],
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
    grid.numbers.push(index + 2);
    grid.kinds?.push(kinds);
  });
  return grid;
}
