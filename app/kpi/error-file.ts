import { BYTE_ORDER_MARK, csvLines } from '~/shared/csv';
import type { Finding } from './finding';
import type { Grid } from './grid';
import { isPlainNumber } from './parse-number';

/** A sheet to be sent back: its rows with a last column that says what to mend, every cell safe to open. */
export type RemarkedSheet = { name: string | null; rows: string[][] };

const STARTS_FORMULA = /^[=+\-@\t\r]/;
/** Empty rows up to which the rows that go back keep their numbers. */
const WIDEST_GAP = 1000;

/** A cell that no spreadsheet takes for a formula: text starting like one is preceded by an apostrophe, numbers are left. */
export function safeCell(text: string): string {
  return STARTS_FORMULA.test(text) && !isNumberShown(text) ? `'${text}` : text;
}

function isNumberShown(text: string): boolean {
  return isPlainNumber(text) || /^[-+]\d+(?:[.,]\d+)*\s?%?$/.test(text);
}

/**
 * The report as it came, with a column of remarks on the rows in question. `say` puts a finding into the reader's words;
 * `title` heads the column and is passed over when the file is read again. Remarks on the whole sheet stand in its header row.
 */
export function remarkedSheets(
  grids: readonly Grid[],
  headerRows: readonly (number | null)[],
  findings: readonly Finding[],
  title: string,
  say: (finding: Finding) => string,
): RemarkedSheet[] {
  return grids.map((grid, index) => {
    const headerRow = headerRows[index] ?? grid.numbers[0] ?? 1;
    const remarks = remarksByRow(grid, headerRow, findings, say);
    const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const header = grid.rows[grid.numbers.indexOf(headerRow)] ?? [];
    const earlier = header.findIndex((cell) => cell.startsWith(title));
    const column = earlier < 0 ? width : earlier;
    const rows: string[][] = [];
    grid.rows.forEach((row, at) => {
      const number = grid.numbers[at] ?? at + 1;
      if (number - rows.length <= WIDEST_GAP) while (rows.length < number - 1) rows.push([]);
      const cells = row.map(safeCell);
      while (cells.length < column) cells.push('');
      cells[column] =
        number === headerRow
          ? [title, remarks.get(number)].filter(Boolean).join(': ')
          : (remarks.get(number) ?? '');
      rows.push(cells);
    });
    return { name: grid.name, rows };
  });
}

function remarksByRow(
  grid: Grid,
  headerRow: number,
  findings: readonly Finding[],
  say: (finding: Finding) => string,
): Map<number, string> {
  const remarks = new Map<number, string>();
  for (const item of findings) {
    if (item.sheet !== grid.name && item.sheet !== null) continue;
    const row = item.row ?? headerRow;
    const earlier = remarks.get(row);
    const words = say(item);
    if (earlier?.includes(words)) continue;
    remarks.set(row, earlier ? `${earlier} | ${words}` : words);
  }
  return remarks;
}

/** Rows as a CSV file that spreadsheets open as it is meant: UTF-8 with byte order mark, commas, CRLF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}
