import { FileRefusal } from './refusal';

export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const SNIFFED_CHARACTERS = 50_000;
const SNIFFED_RECORDS = 100;
const EXCEL_HINT = /^sep=([,;\t])\r?\n/i;
const QUOTE = '"';

/**
 * The records of delimited text (RFC 4180): quotes, doubled quotes, delimiters and line breaks inside quoted cells; lines
 * end in LF, CRLF or CR. Refuses, with the line, a quote that never closes or that text follows. Empty lines are records
 * of one empty cell, so that a record's index tells its row in a spreadsheet.
 */
export function parseDelimited(
  input: string,
  delimiter: Delimiter = sniffDelimiter(input),
): string[][] {
  return [...delimitedRecords(input, delimiter)];
}

/** The same one by one, so that whoever reads them may stop: at a row that is too long, or one too many. */
export function* delimitedRecords(
  input: string,
  delimiter: Delimiter,
  mostCells = Infinity,
): Generator<string[]> {
  const text = input.includes('\n') ? input : input.replaceAll('\r', '\n');
  const hint = EXCEL_HINT.exec(text);
  if (hint) yield [''];
  const cursor = { text, delimiter, at: hint ? hint[0].length : 0, nextDelimiter: -1, mostCells };
  while (cursor.at < text.length) yield readRecord(cursor);
}

type Cursor = {
  text: string;
  delimiter: Delimiter;
  at: number;
  nextDelimiter: number;
  mostCells: number;
};

function readRecord(cursor: Cursor): string[] {
  const record: string[] = [];
  let lineEnd = endOfLine(cursor.text, cursor.at);
  for (;;) {
    if (record.length > cursor.mostCells) refuseCells(cursor, lineEnd);
    if (cursor.text[cursor.at] === QUOTE) {
      record.push(readQuoted(cursor));
      if (cursor.at > lineEnd) lineEnd = endOfLine(cursor.text, cursor.at);
      if (cursor.text[cursor.at] === cursor.delimiter) {
        cursor.at += 1;
        continue;
      }
      if (cursor.at < withoutReturn(cursor.text, lineEnd))
        throw new FileRefusal('quote_followed_by_text', {}, lineOf(cursor.text, cursor.at));
    } else {
      const next = nextDelimiter(cursor);
      if (next < lineEnd) {
        record.push(cursor.text.slice(cursor.at, next));
        cursor.at = next + 1;
        continue;
      }
      record.push(
        cursor.text.slice(cursor.at, Math.max(cursor.at, withoutReturn(cursor.text, lineEnd))),
      );
    }
    cursor.at = lineEnd + 1;
    return record;
  }
}

/** The line has at least as many columns as it has delimiters left, not counting those in quotes. */
function refuseCells(cursor: Cursor, lineEnd: number): never {
  let columns = cursor.mostCells + 1;
  for (let at = cursor.at; at < lineEnd; at += 1)
    if (cursor.text[at] === cursor.delimiter) columns += 1;
  throw new FileRefusal('too_many_columns', { columns: columns + 1, limit: cursor.mostCells });
}

/** Where the next delimiter stands; remembered, so that text without any is searched once. */
function nextDelimiter(cursor: Cursor): number {
  if (cursor.nextDelimiter < cursor.at) {
    const found = cursor.text.indexOf(cursor.delimiter, cursor.at);
    cursor.nextDelimiter = found < 0 ? Infinity : found;
  }
  return cursor.nextDelimiter;
}

function readQuoted(cursor: Cursor): string {
  const closing = closingQuote(cursor.text, cursor.at);
  const inside = cursor.text.slice(cursor.at + 1, closing);
  cursor.at = closing + 1;
  return inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside;
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

function withoutReturn(text: string, lineEnd: number): number {
  return text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}

function closingQuote(text: string, opening: number): number {
  let at = text.indexOf(QUOTE, opening + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  if (at < 0) throw new FileRefusal('quote_not_closed', {}, lineOf(text, opening));
  return at;
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** The delimiter by which most records of the beginning have the same number of cells; more cells win a tie. */
export function sniffDelimiter(text: string): Delimiter {
  const hint = EXCEL_HINT.exec(text);
  if (hint) return DELIMITERS.find((delimiter) => delimiter === hint[1]) ?? ',';
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }));
  scores.sort((a, b) => b.records - a.records || b.cells - a.cells);
  return scores[0]?.delimiter ?? ',';
}

/** The commonest number of cells (two at least) in the first records, and how many records have it. */
function regularity(text: string, delimiter: Delimiter): { records: number; cells: number } {
  const counts = new Map<number, number>();
  const length = Math.min(text.length, SNIFFED_CHARACTERS);
  let cells = 1;
  let quoted = false;
  let seen = 0;
  for (let at = 0; at < length && seen < SNIFFED_RECORDS; at += 1) {
    const character = text[at];
    if (character === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) cells += 1;
    else if (character === '\n') {
      counts.set(cells, (counts.get(cells) ?? 0) + 1);
      cells = 1;
      seen += 1;
    }
  }
  if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  let best = { records: 0, cells: 1 };
  for (const [size, records] of counts)
    if (size > 1 && (records > best.records || (records === best.records && size > best.cells)))
      best = { records, cells: size };
  return best;
}
