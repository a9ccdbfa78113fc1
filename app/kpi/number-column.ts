import { cellKinds, type Grid } from './grid';
import { isPlainNumber, numberHint, type DecimalSign } from './parse-number';

/** How the numbers of one column are written. `doubtful` is the row of a cell that could mean two numbers. */
export type NumberColumn = { sign: DecimalSign; doubtful: number | null };

type Tally = { comma: number; point: number; openMark: DecimalSign | null; openRow: number | null };

/**
 * The decimal sign of each column, decided from the whole column: `73,52` anywhere makes `1.234` a thousand. Where a
 * column leaves it open, the other columns decide, then `unitOf` (a count has no decimals, a percentage no thousands), then
 * the semicolon, which goes with decimal commas; what remains is read the English way and marked doubtful.
 */
export function numberColumns(
  grid: Grid,
  firstRow: number,
  columns: readonly number[],
  unitOf: (column: number) => string | null,
  hasSemicolons: boolean,
): Map<number, NumberColumn> {
  const tallies = new Map(columns.map((column) => [column, tallyOf(grid, firstRow, column)]));
  const all = [...tallies.values()];
  const comma = all.reduce((sum, tally) => sum + tally.comma, 0);
  const point = all.reduce((sum, tally) => sum + tally.point, 0);
  const common: DecimalSign | null = comma === point ? null : comma > point ? ',' : '.';
  return new Map(
    [...tallies].map(([column, tally]) => [
      column,
      decide(tally, common, unitOf(column), hasSemicolons),
    ]),
  );
}

function tallyOf(grid: Grid, firstRow: number, column: number): Tally {
  const tally: Tally = { comma: 0, point: 0, openMark: null, openRow: null };
  for (let index = firstRow; index < grid.rows.length; index += 1) {
    const cell = grid.rows[index]?.[column];
    if (!cell || grid.kinds?.[index]?.[column] === cellKinds.number) continue;
    if (isPlainNumber(cell) && !/^-?\d{1,3}\.\d{3}$/.test(cell)) {
      if (cell.includes('.')) tally.point += 1;
      continue;
    }
    const hint = numberHint(cell);
    if (hint === ',') tally.comma += 1;
    else if (hint === '.') tally.point += 1;
    else if (hint === 'open' && tally.openRow === null) {
      tally.openMark = cell.includes(',') || cell.includes('，') ? ',' : '.';
      tally.openRow = index;
    }
  }
  return tally;
}

function decide(
  tally: Tally,
  common: DecimalSign | null,
  unit: string | null,
  hasSemicolons: boolean,
): NumberColumn {
  if (tally.comma !== tally.point)
    return { sign: tally.comma > tally.point ? ',' : '.', doubtful: null };
  if (tally.comma > 0 || tally.openMark === null) return { sign: common ?? '.', doubtful: null };
  if (common) return { sign: common, doubtful: null };
  if (unit === 'count') return { sign: tally.openMark === ',' ? '.' : ',', doubtful: null };
  if (unit === '%') return { sign: tally.openMark, doubtful: null };
  return { sign: hasSemicolons ? ',' : '.', doubtful: tally.openRow };
}
