import { Decimal } from '~/shared/decimal';

/** The sign that a column writes before its decimals. */
export type DecimalSign = '.' | ',';

/** What a cell says about its column's decimal sign: sure of one, open (`1,234`), or nothing. */
export type NumberHint = DecimalSign | 'open' | null;

const PLAIN = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const LONGEST = 60;
const HIGHEST_EXPONENT = 20;
const GROUP_MARKS = /(?<=\d)[\s'’](?=\d{3})/g;
const SHAPE = /^[-+]?[\d.,]*\d[\d.,]*$/;
const EXPONENT = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d{1,2}$/i;

/** True for text that needs no thought: `79.97`, `-3`, `112430`. */
export function isPlainNumber(text: string): boolean {
  return PLAIN.test(text);
}

/** A cell without width, signs of percentage and spaces between thousands; `percent` tells whether it bore a `%`. */
function stripped(cell: string): { text: string; percent: boolean } {
  let text = cell.normalize('NFKC').trim().replace(/[−–]/g, '-');
  const percent = text.endsWith('%');
  if (percent) text = text.slice(0, -1).trimEnd();
  const inBrackets = /^\((.*)\)$/.exec(text);
  if (inBrackets?.[1]) text = `-${inBrackets[1]}`;
  return { text: text.replace(GROUP_MARKS, ''), percent };
}

/**
 * What a cell tells about the decimal sign of its column. `73,52` and `1.234,5` can only have a decimal comma, `79.97` and
 * `1,234,567` only a decimal point; `1,234` and `1.234` may be either.
 */
export function numberHint(cell: string): NumberHint {
  if (cell.length > LONGEST) return null;
  const { text } = stripped(cell);
  if (!SHAPE.test(text)) return null;
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas === 0 && points === 0) return null;
  if (commas > 0 && points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  if (commas > 1) return '.';
  if (points > 1) return ',';
  const mark = commas === 1 ? ',' : '.';
  const isGroup = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return isGroup ? 'open' : mark;
}

/**
 * The exact decimal of a cell, digits as written (`100,00` is `100.00`), or null when it can't be read with that sign:
 * thousands must stand in threes. `percent` tells whether the cell bore a `%`.
 */
export function parseNumber(
  cell: string,
  sign: DecimalSign,
): { value: string; percent: boolean } | null {
  if (sign === '.' && PLAIN.test(cell)) return { value: tidy(cell), percent: false };
  if (cell.length > LONGEST) return null;
  const { text, percent } = stripped(cell);
  if (EXPONENT.test(text)) return expanded(text.replace(',', '.'), percent);
  if (!SHAPE.test(text)) return null;
  const group = sign === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = text.split(sign);
  if (more.length > 0 || fraction === '' || fraction?.includes(group)) return null;
  if (whole.includes(group) && !isGrouped(whole, group)) return null;
  const digits = whole.replaceAll(group, '').replace(/^\+/, '');
  const joined =
    (/\d$/.test(digits) ? digits : `${digits}0`) + (fraction === undefined ? '' : `.${fraction}`);
  return PLAIN.test(joined) ? { value: tidy(joined), percent } : null;
}

/** Thousands in threes, or in the Indian way of twos before the last three. */
function isGrouped(whole: string, group: string): boolean {
  const parts = whole.replace(/^[-+]/, '').split(group);
  const last = parts.pop() ?? '';
  const first = parts.shift() ?? '';
  if (!/^[1-9]\d{0,2}$/.test(first) || last.length !== 3) return false;
  return (
    parts.every((part) => part.length === 3) ||
    (first.length <= 2 && parts.every((part) => part.length === 2))
  );
}

function expanded(text: string, percent: boolean): { value: string; percent: boolean } | null {
  const exponent = Number(/e(.*)$/i.exec(text)?.[1] ?? 0);
  return Math.abs(exponent) > HIGHEST_EXPONENT
    ? null
    : { value: new Decimal(text).toFixed(), percent };
}

/** Without leading zeros, and no `-0`. */
function tidy(plain: string): string {
  if (!/^-?0\d|^-0(?:\.0*)?$/.test(plain)) return plain;
  const text = plain.replace(/^(-?)0+(?=\d)/, '$1');
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}
