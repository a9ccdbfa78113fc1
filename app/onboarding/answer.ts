import { Decimal } from '~/shared/decimal';
import { isPlainDecimal } from '~/shared/plain-decimal';
import { done, refused, type Outcome } from '~/shared/outcome';
import { readTypedDate } from '~/shared/typed-date';
import type { Question } from './questionnaire';

const LONGEST = 4000;
/** Control characters other than line breaks and tabs: no spreadsheet keeps them. */
const CONTROLS = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * An answer in the form in which it is kept, null where nothing was said: `yes` or `no`, the word of a choice, a plain
 * decimal, `YYYY-MM-DD`, text with its line breaks. Documents are handed in, not typed. Refusals name the question.
 */
export function readAnswer(question: Question, typed: string): Outcome<string | null> {
  const plain = typed
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim();
  if (plain === '') return done(null);
  switch (question.kind) {
    case 'yes_no':
      return oneOf(question, plain, ['yes', 'no']);
    case 'choice':
      return oneOf(question, plain, question.choices);
    case 'date':
      return dateOf(question, plain);
    case 'number':
      return numberOf(question, plain.normalize('NFKC').replaceAll(' ', ''));
    case 'text':
      return plain.length > LONGEST
        ? refused('too_long', { max: LONGEST }, question.id)
        : done(plain);
    case 'document':
      return refused('answer_is_document', {}, question.id);
  }
}

function oneOf({ id }: Question, text: string, words: readonly string[]): Outcome<string> {
  return words.includes(text) ? done(text) : refused('not_a_choice', {}, id);
}

function dateOf({ id }: Question, text: string): Outcome<string> {
  const day = readTypedDate(text);
  return day === null ? refused('not_a_date', {}, id) : done(day);
}

function numberOf(question: Question & { kind: 'number' }, text: string): Outcome<string> {
  const { id, min, max, whole } = question;
  const bare = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!isPlainDecimal(bare)) return refused('not_a_number', {}, id);
  const value = new Decimal(bare);
  if (whole && !value.isInteger()) return refused('not_a_whole_number', {}, id);
  if (value.lt(min)) return refused('too_small', { min }, id);
  if (value.gt(max)) return refused('too_large', { max }, id);
  return done(value.toFixed());
}
