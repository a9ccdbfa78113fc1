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

/** What stands in a cell, as it is meant: a day that was typed as a bare number is the day of the spreadsheet's count. */
export function typedFrom(text: string, kind?: Question['kind']): string {
  const serial = kind === 'date' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  return serial > 0 && serial < LATEST_SERIAL ? addDays(SERIAL_EPOCH, Math.floor(serial)) : text;
}
