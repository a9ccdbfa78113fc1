import { z } from 'zod';
import { isDate } from './calendar';
import { Decimal } from './decimal';
import { isPlainDecimal } from './plain-decimal';
import { LONGEST_TYPED } from './form-values';
import { done, refusedFields, type Outcome } from './outcome';
import { readTypedDate } from './typed-date';
import { plainText } from './typed-number';

/*
 * Fields of forms and register files: each reads one typed text, and says what is wrong with it as a code of the locale
 * files. Missing and blank are the same.
 */

type Params = Record<string, string | number | null>;
type Reading<T> = { value: T } | { code: string; params?: Params };

/** More than any code, figure, date, address or choice has; one letter may stand for eighteen in normal width. */
const LONGEST_WORD = 2000;

/** A field of its own kind: the text comes trimmed, in normal width, so that `１２` is 12. */
export function field<T>(read: (text: string) => Reading<T>) {
  return prose((text) => read(text.normalize('NFKC').trim()), LONGEST_WORD);
}

/** Words as they were typed, trimmed: Chinese punctuation keeps its width. NUL, which no store keeps, is left out. */
function prose<T>(read: (text: string) => Reading<T>, max = LONGEST_TYPED) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const reading: Reading<T> =
        text.length > max
          ? { code: 'too_long', params: { max } }
          : read(text.replaceAll('\0', '').trim());
      if ('value' in reading) return reading.value;
      context.addIssue({ code: 'custom', message: reading.code, params: reading.params ?? {} });
      return z.NEVER;
    });
}

/** Reads all fields of a form or row; a refusal names every one that is wrong. */
export function readFields<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const read = schema.safeParse(input);
  if (read.success) return done(read.data);
  return refusedFields(
    read.error.issues.map((issue) => ({
      code: issue.code === 'custom' ? issue.message : 'invalid',
      params: (issue.code === 'custom' ? issue.params : undefined) ?? {},
      field: issue.path.join('.'),
    })),
  );
}

function optionalOr<T>(text: string, read: (text: string) => Reading<T>): Reading<T | null> {
  return text === '' ? { value: null } : read(text);
}

function requiredOr<T>(text: string, read: (text: string) => Reading<T>): Reading<T> {
  return text === '' ? { code: 'required' } : read(text);
}

function shortText(max: number) {
  return (text: string): Reading<string> =>
    text.length > max ? { code: 'too_long', params: { max } } : { value: text };
}

export const requiredText = (max = 200) => prose((text) => requiredOr(text, shortText(max)));
export const optionalText = (max = 200) => prose((text) => optionalOr(text, shortText(max)));

/** A code that files and URLs use: letters, digits, `_`, `-` and `.`, without spaces. */
export const requiredCode = (max = 40) =>
  field((text) =>
    requiredOr(text, (code) =>
      /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(code) && code.length <= max
        ? { value: code }
        : { code: 'code_invalid', params: { max } },
    ),
  );

/** A code in capitals, for what nobody tells apart by small letters: `dl` is `DL`. */
export const requiredCapitals = (max = 40) => requiredCode(max).transform(inCapitals);

/** A code as it is compared and kept where case tells nothing apart. */
export function inCapitals(code: string): string {
  return code.toUpperCase();
}

type Limits = { min?: number; max?: number };

function within<T>(value: T, figure: Decimal, { min, max }: Limits): Reading<T> {
  if (min !== undefined && figure.lt(min)) return { code: 'too_small', params: { min } };
  if (max !== undefined && figure.gt(max)) return { code: 'too_large', params: { max } };
  return { value };
}

/** A decimal as plain text; never rounded. */
function decimalText(limits: Limits) {
  return (text: string): Reading<string> => {
    const plain = plainText(text);
    if (!isPlainDecimal(plain) || plain.length > 40) return { code: 'not_a_number' };
    const figure = new Decimal(plain);
    return within(figure.toFixed(), figure, limits);
  };
}

function wholeNumber(limits: Limits) {
  return (text: string): Reading<number> => {
    if (!/^-?\d{1,9}$/.test(text)) return { code: 'not_a_whole_number' };
    return within(Number(text), new Decimal(text), limits);
  };
}

export const requiredDecimal = (limits: Limits = {}) =>
  field((text) => requiredOr(text, decimalText(limits)));
export const optionalDecimal = (limits: Limits = {}) =>
  field((text) => optionalOr(text, decimalText(limits)));
export const requiredWhole = (limits: Limits = {}) =>
  field((text) => requiredOr(text, wholeNumber(limits)));
export const optionalWhole = (limits: Limits = {}) =>
  field((text) => optionalOr(text, wholeNumber(limits)));

function dateText(text: string): Reading<string> {
  const date = readTypedDate(text);
  return date !== null && isDate(date) ? { value: date } : { code: 'not_a_date' };
}

export const requiredDate = () => field((text) => requiredOr(text, dateText));
export const optionalDate = () => field((text) => optionalOr(text, dateText));

function oneOf<const Words extends readonly string[]>(words: Words) {
  return (text: string): Reading<Words[number]> => {
    const word = words.find((allowed) => allowed === text);
    return word === undefined ? { code: 'not_a_choice' } : { value: word };
  };
}

export const choice = <const Words extends readonly string[]>(words: Words) =>
  field((text) => requiredOr(text, oneOf(words)));
export const optionalChoice = <const Words extends readonly string[]>(words: Words) =>
  field((text) => optionalOr(text, oneOf(words)));

function recordId(text: string): Reading<number> {
  const id = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(id) ? { value: id } : { code: 'not_a_choice' };
}

/** The key of another record, as a select sends it. */
export const requiredId = () => field((text) => requiredOr(text, recordId));
export const optionalId = () => field((text) => optionalOr(text, recordId));

/** Several words in one field, apart by `;`, `；` or line breaks; repeats and blanks fall away. */
export const wordList = (max = 100) =>
  prose((text): Reading<string[]> => {
    const words = text.split(/[;；\n]/).map((word) => word.trim());
    const kept = [...new Set(words.filter((word) => word !== ''))];
    return kept.some((word) => word.length > max)
      ? { code: 'too_long', params: { max } }
      : { value: kept };
  });
