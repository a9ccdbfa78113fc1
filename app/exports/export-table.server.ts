import type { Scope } from '~/auth/act';
import type { Reader } from '~db/store.server';
import type { ExportCell, ExportPeriods } from './table';

/** A table as it goes out: its columns in order, and its rows chunk by chunk, so that size costs no memory. */
export type ExportTable = {
  columns: readonly string[];
  chunks: (reader: Reader, scope: Scope, periods: ExportPeriods) => AsyncIterable<ExportCell[][]>;
};

/** Names each cell of a row once: the columns and their values in one list. */
export function exportTable<Row>(
  columns: Record<string, (row: Row) => ExportCell>,
  read: (reader: Reader, scope: Scope, periods: ExportPeriods) => AsyncIterable<Row[]>,
): ExportTable {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    async *chunks(reader, scope, periods) {
      for await (const rows of read(reader, scope, periods))
        yield rows.map((row) => cells.map((cell) => cell(row)));
    },
  };
}

/** Reads chunk after chunk, each after the last row of the one before, until one is not full. */
export async function* afterLast<Row>(
  size: number,
  read: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let last: Row | undefined;
  for (;;) {
    const rows = await read(last);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}

/** What outsiders see of internal tables. */
export async function* noRows(): AsyncGenerator<never[]> {}
