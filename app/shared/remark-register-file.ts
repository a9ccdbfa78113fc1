import { parse } from 'csv-parse/sync';
import { BYTE_ORDER_MARK, csvLines, type Delimiter } from './csv';
import type { RowFault } from './register-file';

/** The first of these in the header parts its cells. */
const delimiters: readonly Delimiter[] = [',', '\t', ';'];

/**
 * A register file with one more column, in which each row says what is wrong with it; what is wrong with the file as a
 * whole stands beside the header. Text that is no table comes back as it was.
 */
export function remarkRegisterFile(
  text: string,
  faults: readonly RowFault[],
  heading: string,
  words: (fault: RowFault) => string,
): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = delimiters.find((sign) => header.includes(sign)) ?? ',';
  const rows = readRows(text, delimiter);
  if (rows === null) return text;
  const width = Math.max(...rows.map((row) => row.length));
  const said = new Map<number, string[]>();
  for (const fault of faults) {
    const row = fault.row ?? 1;
    said.set(row, [...(said.get(row) ?? []), words(fault)]);
  }
  const remarked = rows.map((cells, index) => {
    const filled = [...cells, ...Array.from({ length: width - cells.length }, () => '')];
    const remark = (said.get(index + 1) ?? []).join(' | ');
    return [...filled, index === 0 ? [heading, remark].filter(Boolean).join(' — ') : remark];
  });
  return BYTE_ORDER_MARK + csvLines(remarked, { delimiter });
}

function readRows(text: string, delimiter: string): string[][] | null {
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true });
    return rows.length === 0 ? null : rows;
  } catch {
    return null;
  }
}
