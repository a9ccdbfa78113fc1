import { Decimal } from '~/shared/decimal';
import type { PlannedKpi, PlannedSum } from './column-plan';
import { foldText } from './fold-text';
import { ROWS_SHOWN } from './grid';
import { lookUp } from './match-header';
import { parsePeriodText } from './parse-period';
import { ratioText } from './ratio';
import type { KpiDefinition, Reading } from './reading';
import { isLong } from './sheet-plan';
import {
  cellAt,
  checkVendor,
  readMarket,
  readNumber,
  readPeriod,
  readService,
  readSource,
  reportCell,
  unusable,
  type SheetReader,
  type Usable,
} from './sheet-reader';

type RowHead = Pick<Reading, 'sheet' | 'row' | 'period' | 'market' | 'service' | 'source' | 'note'>;
type Numbers = {
  value: Usable<string | null>;
  numerator: Usable<string | null>;
  denominator: Usable<string | null>;
  sampleSize: Usable<string | null>;
};

const LET_GO: string[] = [];

/**
 * The readings of one sheet, row by row; what can't be read is reported and left out. Returns how many rows were read.
 * Where the reader lets rows go, cells are emptied behind it, but for the first that are shown.
 */
export function readSheetRows(reader: SheetReader, readings: Reading[]): number {
  const long = isLong(reader.plan);
  const firstKept = reader.header.index + 1 + ROWS_SHOWN;
  let rows = 0;
  for (let row = reader.header.index + 1; row < reader.grid.rows.length; row += 1) {
    if (reader.letsGo && row > firstKept) reader.grid.rows[row - 1] = LET_GO;
    reader.row = row;
    if (isSkipped(reader)) continue;
    rows += 1;
    checkWidth(reader);
    checkVendor(reader);
    const head = readHead(reader);
    if (long) readLongRow(reader, head, readings);
    else for (const planned of reader.plan.kpis) readWideCell(reader, head, planned, readings);
  }
  return rows;
}

/** A row that is longer than the header was split where it should not be: its figures stand in the wrong columns. */
function checkWidth(reader: SheetReader): void {
  const cells = reader.grid.rows[reader.row] ?? [];
  const width = reader.header.names.length;
  for (let column = width; column < cells.length; column += 1) {
    if (cells[column]?.trim() === '') continue;
    reportCell(reader, 'cells_beyond_header', column);
    return;
  }
}

/** Rows that the mapping leaves out, headers repeated on every page, and notes below the table. */
function isSkipped(reader: SheetReader): boolean {
  const { plan, header, grid, row } = reader;
  for (const rule of plan.rowRules) {
    const cell = foldText(cellAt(reader, rule.column));
    if (rule.drop?.has(cell) || (rule.keep && !rule.keep.has(cell))) return true;
  }
  const cells = grid.rows[row] ?? [];
  const headerCells = grid.rows[header.index] ?? [];
  if (cells[0] === headerCells[0] && cells.every((cell, column) => cell === headerCells[column]))
    return true;
  return isNote(reader, cells);
}

/** A line of text alone, which is no month without values: nothing else stands in its row. */
function isNote(reader: SheetReader, cells: readonly string[]): boolean {
  if (cells[0] && cells[1]) return false;
  if (cells.filter((cell) => cell.trim() !== '').length > 1) return false;
  const column = reader.plan.roles.get('period');
  const cell = column === undefined ? '' : cellAt(reader, column);
  return cell.trim() === '' || parsePeriodText(cell, reader.datesInOrder) === null;
}

function readHead(reader: SheetReader): Usable<RowHead> {
  const period = readPeriod(reader);
  const market = readMarket(reader);
  const service = readService(reader);
  const source = readSource(reader);
  if (period === unusable || market === unusable || service === unusable || source === unusable)
    return unusable;
  const noteColumn = reader.plan.roles.get('note');
  const note = noteColumn === undefined ? '' : cellAt(reader, noteColumn).trim();
  return {
    sheet: reader.sheet,
    row: reader.grid.numbers[reader.row] ?? 0,
    period,
    market,
    service,
    source,
    note: note === '' ? null : note,
  };
}

function readLongRow(reader: SheetReader, head: Usable<RowHead>, readings: Reading[]): void {
  const { roles } = reader.plan;
  const kpiColumn = roles.get('kpi') ?? 0;
  const kpi = lookUp(reader.names.kpis, cellAt(reader, kpiColumn));
  if (!kpi) {
    const code = cellAt(reader, kpiColumn).trim() === '' ? 'kpi_empty' : 'kpi_unknown';
    reportCell(reader, code, kpiColumn, { params: { known: reader.known.kpis } });
  }
  const about = head === unusable ? null : head;
  const number = (
    role: 'value' | 'numerator' | 'denominator' | 'sample_size',
  ): Usable<string | null> => {
    const column = roles.get(role);
    return column === undefined
      ? null
      : readNumber(reader, column, role === 'value' ? (kpi ?? null) : null, about);
  };
  if (!kpi) return;
  const numbers: Numbers = {
    value: number('value'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    sampleSize: number('sample_size'),
  };
  addReading(
    head,
    kpi,
    roles.get('value') ?? roles.get('numerator') ?? kpiColumn,
    numbers,
    readings,
  );
}

function readWideCell(
  reader: SheetReader,
  head: Usable<RowHead>,
  planned: PlannedKpi,
  readings: Reading[],
): void {
  const { kpi } = planned;
  const about = head === unusable ? null : head;
  const sampleColumn = reader.plan.roles.get('sample_size');
  const sampleSize: Usable<string | null> =
    planned.sampleSize === null && sampleColumn !== undefined && kpi.unit !== 'count'
      ? readNumber(reader, sampleColumn, null, about)
      : sumOf(reader, planned.sampleSize, null, about);
  const numbers: Numbers = {
    value: sumOf(reader, planned.value, kpi, about),
    numerator: sumOf(reader, planned.numerator, null, about),
    denominator: sumOf(reader, planned.denominator, null, about),
    sampleSize,
  };
  const column = planned.value?.add[0] ?? planned.numerator?.add[0] ?? 0;
  addReading(head, kpi, column, numbers, readings);
}

/** Adds and subtracts the cells of a row, exactly; null as soon as one is empty. */
function sumOf(
  reader: SheetReader,
  sum: PlannedSum | null,
  kpi: KpiDefinition | null,
  about: RowHead | null,
): Usable<string | null> {
  if (!sum) return null;
  const [only] = sum.add;
  if (only !== undefined && sum.add.length === 1 && sum.subtract.length === 0)
    return readNumber(reader, only, kpi, about);
  let total = new Decimal(0);
  let empty = false;
  let bad = false;
  const add = (column: number, sign: 1 | -1) => {
    const number = readNumber(reader, column, kpi, about);
    if (number === unusable) bad = true;
    else if (number === null) empty = true;
    else total = total.plus(new Decimal(number).times(sign));
  };
  for (const column of sum.add) add(column, 1);
  for (const column of sum.subtract) add(column, -1);
  if (bad) return unusable;
  return empty ? null : total.toFixed();
}

function addReading(
  head: Usable<RowHead>,
  kpi: KpiDefinition,
  column: number,
  numbers: Numbers,
  readings: Reading[],
): void {
  const { value, numerator, denominator, sampleSize } = numbers;
  if (head === unusable) return;
  if (
    value === unusable ||
    numerator === unusable ||
    denominator === unusable ||
    sampleSize === unusable
  )
    return;
  const isRatio = numerator !== null && denominator !== null;
  readings.push({
    sheet: head.sheet,
    row: head.row,
    column,
    period: head.period,
    market: head.market,
    service: head.service,
    kpi: kpi.code,
    value: value ?? (isRatio ? ratioText(kpi, numerator, denominator) : null),
    numerator,
    denominator,
    sampleSize: sampleSize ?? denominator,
    sampleFrom: sampleSize !== null ? 'stated' : denominator !== null ? 'denominator' : null,
    source: head.source,
    note: head.note,
  });
}
