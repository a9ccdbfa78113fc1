/** Without it Excel reads Chinese wrongly. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a cell is quoted for, by the sign that parts cells. */
const NEEDS_QUOTES = { ',': /[",\r\n]/, ';': /[";\r\n]/, '\t': /["\t\r\n]/ } as const;

export type Delimiter = keyof typeof NEEDS_QUOTES;

/** Rows as lines of CSV (RFC 4180), each with its end. */
export function csvLines(
  rows: readonly (readonly (string | number)[])[],
  { delimiter = ',', end = '\r\n' }: { delimiter?: Delimiter; end?: '\r\n' | '\n' } = {},
): string {
  const needsQuotes = NEEDS_QUOTES[delimiter];
  const written = (cell: string | number) => {
    const text = String(cell);
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(written).join(delimiter) + end).join('');
}
