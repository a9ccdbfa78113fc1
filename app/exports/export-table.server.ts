import { and, gte, lte, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import type { Reader } from '~db/store.server';
import type { ExportCell, ExportPeriods } from './table';

/** A table as it goes out: its columns in order, and its rows chunk by chunk, so that size costs no memory. */
export type ExportTable = {
  columns: readonly string[];
  chunks: (reader: Reader, scope: Scope, periods: ExportPeriods) => AsyncIterable<ExportCell[][]>;
};

/** Which rows of a table, in what order and how many at most; all of them where no limit is given. */
export type Ask = { where?: SQL | undefined; orderBy: readonly SQL[]; limit?: number };

/**
 * A table's rows as files and the interface for programs both give them: each cell named once, and the one query that
 * reads them. The scope is in the query; `where` narrows it further.
 */
export type TableRows<Row> = {
  columns: Readonly<Record<string, (row: Row) => ExportCell>>;
  read: (reader: Reader, scope: Scope, ask: Ask) => Promise<Row[]>;
};

/** A table that goes out as a file, its rows in the chunks in which they are read. */
export function exportTable<Row>(
  columns: Readonly<Record<string, (row: Row) => ExportCell>>,
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

/** The months asked for, both included. */
export function inPeriods(column: AnyColumn, { from, to }: ExportPeriods): SQL | undefined {
  return and(
    from === null ? undefined : gte(column, from),
    to === null ? undefined : lte(column, to),
  );
}
