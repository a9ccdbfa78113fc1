import { parse } from 'csv-parse/sync';
import { keptList } from './kept-list';
import type { Reason } from './outcome';

/** A line of a register file: its cells by column, and its row as a spreadsheet counts. */
export type RegisterRow<Column extends string> = { row: number; cells: Record<Column, string> };

/** What is wrong in a register file and where; `row` is null for the file as a whole. */
export type RowFault = { row: number | null; column: string | null; reason: Reason };

type Columns<Column extends string> = {
  /** Every column that the file may have. */
  all: readonly Column[];
  required: readonly Column[];
};

/**
 * Reads delimited text whose first row names the columns, in any order and case. Faults: broken quotes, columns that are
 * missing, unknown or there twice, rows with more cells than columns, and a file without rows.
 */
export function readRegisterFile<Column extends string>(
  text: string,
  columns: Columns<Column>,
): { rows: RegisterRow<Column>[]; faults: RowFault[] } {
  const records = parseRecords(text);
  if (!Array.isArray(records)) return { rows: [], faults: [records] };
  const [header = [], ...body] = records;
  const names = header.map((name) => name.trim().toLowerCase());
  const faults = headerFaults(names, columns);
  if (faults.length > 0) return { rows: [], faults };
  const rows: RegisterRow<Column>[] = [];
  body.forEach((record, index) => {
    if (record.every((cell) => cell.trim() === '')) return;
    const row = index + 2;
    if (record.length > names.length)
      faults.push(
        fault(row, null, 'row_too_long', { cells: record.length, columns: names.length }),
      );
    const cells = Object.fromEntries(
      columns.all.map((column) => [column, record[names.indexOf(column)] ?? '']),
    ) as Record<Column, string>;
    rows.push({ row, cells });
  });
  if (rows.length === 0) faults.push(fault(null, null, 'file_without_rows'));
  return { rows, faults };
}

export function fault(
  row: number | null,
  column: string | null,
  code: string,
  params: Record<string, string | number | null> = {},
): RowFault {
  return { row, column, reason: { code, params } };
}

/** A field's refusal as a fault of its cell, with the value seen. */
export function cellFault(row: number, reason: Reason, cells: Record<string, string>): RowFault {
  const column = reason.field ?? null;
  const value = column === null ? null : (cells[column] ?? null);
  return { row, column, reason: { code: reason.code, params: { value, ...reason.params } } };
}

function parseRecords(text: string): string[][] | RowFault {
  if (text.trim() === '') return fault(null, null, 'file_empty');
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', '\t', ';'].find((sign) => header.includes(sign)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true });
  } catch (error) {
    const lines = error instanceof Error && 'lines' in error ? Number(error.lines) : null;
    return fault(lines, null, 'quotes_broken');
  }
}

function headerFaults<Column extends string>(
  names: readonly string[],
  { all, required }: Columns<Column>,
): RowFault[] {
  const known = (name: string) => all.some((column) => column === name);
  const list = keptList(all);
  return [
    ...names
      .filter((name) => name !== '' && !known(name))
      .map((name) => fault(1, name, 'column_unknown', { value: name, columns: list })),
    ...names
      .filter((name, index) => name !== '' && names.indexOf(name) !== index)
      .map((name) => fault(1, name, 'column_twice', { value: name })),
    ...required
      .filter((name) => !names.includes(name))
      .map((name) => fault(1, name, 'column_missing', { value: name })),
  ];
}
