import { addDays } from '~/shared/calendar';
import type { Question } from './questionnaire';

/** What a workbook shows of an answer: the words of a choice, a document by a mark, all else as it is kept. */
export function answerText(
  question: Question,
  answer: string,
  wordOf: (word: string) => string,
  handedIn: string,
): string {
  switch (question.kind) {
    case 'yes_no':
    case 'choice':
      return wordOf(answer);
    case 'document':
      return handedIn;
    case 'text':
      return answer.replace(ESCAPE, '_x005F_');
    case 'number':
    case 'date':
      return answer;
  }
}

/** A sign written out as a workbook does, `_x0041_`: where it is meant literally its first stroke is written out too. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Day 1 of a spreadsheet's count is 1 January 1900, with a 29 February 1900 that never was. */
const SERIAL_EPOCH = '1899-12-30';
const LATEST_SERIAL = 200_000;

/** What somebody typed into a cell, as text: dates by their day, formulas by their result, formatted text plain. */
export function typedFrom(value: unknown, kind?: Question['kind']): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (kind === 'date' && typeof value === 'number' && value > 0 && value < LATEST_SERIAL)
    return addDays(SERIAL_EPOCH, Math.floor(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return '';
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((run: { text?: string }) => run.text ?? '').join('');
  if ('result' in value) return typedFrom(value.result, kind);
  if ('text' in value) return typedFrom(value.text);
  return '';
}
