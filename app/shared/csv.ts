import { stringify } from 'csv-stringify/sync';

/** Without it Excel reads Chinese wrongly. */
export const BYTE_ORDER_MARK = '\ufeff';

export type Delimiter = ',' | ';' | '\t';

/** Rows as lines of CSV (RFC 4180), each with its end; a cell of two lines is quoted, whichever way they end. */
export function csvLines(
  rows: readonly (readonly (string | number)[])[],
  { delimiter = ',', end = '\r\n' }: { delimiter?: Delimiter; end?: '\r\n' | '\n' } = {},
): string {
  return stringify([...rows], { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
}
