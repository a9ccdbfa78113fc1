/** What a cell of a sheet holds; null leaves it empty. */
export type SheetCell = string | number | null;

/** A table on its way into a workbook, its rows chunk by chunk: none is made before it is asked for. */
export type Sheet = { header: readonly string[]; chunks: AsyncIterable<SheetCell[][]> };

/** Writes a workbook with one sheet; the server does it in a thread of its own. */
export type WriteSheet = (sheet: Sheet) => Promise<Uint8Array>;
