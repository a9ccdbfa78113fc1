import { readFile } from 'node:fs/promises';
import { decodeText } from '~/kpi/decode-text';
import { FileRefusal } from '~/kpi/refusal';
import { translate } from '~/locales/i18n.server';
import { fault, type RowFault } from '~/shared/register-file';
import { DONE, json, namedFile, type Output, REFUSED } from './command';

const MOST_SHOWN = 1000;

export type RegisterAnswer<T> = { ok: true; value: T } | { ok: false; faults: RowFault[] };

/** The text of a register file in whichever encoding it has, or why it can't be read. */
export async function readRegisterText(path: string): Promise<RegisterAnswer<string>> {
  const bytes = await readFile(namedFile(path)).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error)
    return { ok: false, faults: [fault(null, null, 'file_unreadable', { value: path })] };
  try {
    return { ok: true, value: decodeText(bytes).text };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { ok: false, faults: [fault(error.row, null, 'encoding_unreadable')] };
  }
}

/** Prints what an import did, or every fault with its row and column; the exit code says which. */
export function report<T>(
  answer: RegisterAnswer<T>,
  asJson: boolean,
  io: Output,
  summary: (value: T) => string,
): number {
  if (answer.ok) {
    io.out(asJson ? json(answer.value) : summary(answer.value));
    return DONE;
  }
  const faults = answer.faults.slice(0, MOST_SHOWN).map(inWords);
  if (asJson) io.out(json({ errors: faults }));
  for (const { row, column, message } of faults)
    io.err([row === null ? null : `row ${row}`, column, message].filter((part) => part).join(': '));
  const left = answer.faults.length - faults.length;
  if (left > 0) io.err(`… and ${left} more.`);
  io.err('Nothing was stored.');
  return REFUSED;
}

function inWords({ row, column, reason }: RowFault) {
  const t = translate('en');
  const { code, params = {} } = reason;
  const seen = params['value'];
  const words = String(t(`errors:${code}` as 'errors:invalid', { ...params, defaultValue: code }));
  const value = typeof seen === 'string' && seen !== '' ? seen : null;
  const message = value !== null && !words.includes(value) ? `“${value}”: ${words}` : words;
  return { row, column, code, value, message };
}
