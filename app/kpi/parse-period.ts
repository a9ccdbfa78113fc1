import { periodOf, type Period } from '~/shared/period';

/** Which number of `01/02/2023` is the month. */
export type DateOrder = 'day_first' | 'month_first';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2199;
const MAX_LENGTH = 40;

const YEAR_MONTH = /^(\d{4})\s*[-/.\s年]?\s*(\d{1,2})\s*(?:月份?|月度)?$/;
const MONTH_YEAR = /^(\d{1,2})\s*[-/.\s]\s*(\d{4})$/;
const ISO_DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[t\s][\d:.]+(?:z|[+-]\d\d:?\d\d)?)?$/;
const SLASHED_DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s[\d:]+)?$/;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const NAME_YEAR = /^(\p{L}+)\.?[\s\-/,.']*(\d{4}|\d{2})$/u;
const YEAR_NAME = /^(\d{4})[\s\-/,.]*(\p{L}+)\.?$/u;
const DAY_NAME_YEAR = /^(\d{1,2})\.?[\s\-/]*(\p{L}+)\.?[\s\-/,]*(\d{4})$/u;
const NAME_DAY_YEAR = /^(\p{L}+)\.?\s*(\d{1,2}),?\s+(\d{4})$/u;

/** Names of the months in the languages that reports come in, by their first letters; longer ones win. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene', 'gen', 'jän'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'déc', 'dez', 'dic'],
];
const CHINESE_DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * The month that a cell names: `2023-07`, `2023/7`, `202307`, `07/2023`, `Jul 2023`, `2023年7月`, or the month of a date.
 * Null when it names none; `ambiguous` for `01/02/2023` while the order of day and month is not known.
 */
export function parsePeriodText(
  cell: string,
  order: DateOrder | null,
): Period | 'ambiguous' | null {
  if (cell.length > MAX_LENGTH) return null;
  const text = withDigits(cell.normalize('NFKC').trim().toLowerCase());
  const numeric =
    YEAR_MONTH.exec(text) ??
    swapped(MONTH_YEAR.exec(text)) ??
    ISO_DATE.exec(text) ??
    COMPACT_DATE.exec(text);
  if (numeric)
    return checked(
      Number(numeric[1]),
      Number(numeric[2]),
      numeric[3] === undefined ? 1 : Number(numeric[3]),
    );
  const slashed = SLASHED_DATE.exec(text);
  if (slashed)
    return slashedPeriod(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), order);
  return namedPeriod(text);
}

function swapped(match: RegExpExecArray | null): [string, string, string, undefined] | null {
  return match ? [match[0], match[2] ?? '', match[1] ?? '', undefined] : null;
}

/** What the dates of a column tell about their order: a number above 12 is a day, a number that never changes is the first. */
export function dateOrder(cells: Iterable<string>): DateOrder | null {
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  for (const cell of cells) {
    const match = SLASHED_DATE.exec(cell.normalize('NFKC').trim());
    if (!match) continue;
    firsts.add(Number(match[1]));
    seconds.add(Number(match[2]));
  }
  if (Math.max(0, ...firsts) > 12) return 'day_first';
  if (Math.max(0, ...seconds) > 12) return 'month_first';
  if (firsts.size === 1 && firsts.has(1) && seconds.size > 1) return 'day_first';
  if (seconds.size === 1 && seconds.has(1) && firsts.size > 1) return 'month_first';
  return null;
}

function slashedPeriod(first: number, second: number, year: number, order: DateOrder | null) {
  if (first === second) return checked(year, first, 1);
  if (order === null && first <= 12 && second <= 12) return 'ambiguous';
  const dayFirst = order === null ? first > 12 : order === 'day_first';
  return dayFirst ? checked(year, second, first) : checked(year, first, second);
}

function namedPeriod(text: string): Period | null {
  const nameYear = NAME_YEAR.exec(text) ?? rotated(NAME_DAY_YEAR.exec(text), 1, 3);
  if (nameYear) return monthByName(nameYear[1] ?? '', nameYear[2] ?? '');
  const yearName = YEAR_NAME.exec(text);
  if (yearName) return monthByName(yearName[2] ?? '', yearName[1] ?? '');
  const dated = DAY_NAME_YEAR.exec(text);
  return dated ? monthByName(dated[2] ?? '', dated[3] ?? '') : null;
}

function rotated(match: RegExpExecArray | null, name: number, year: number): string[] | null {
  return match ? ['', match[name] ?? '', match[year] ?? ''] : null;
}

/** `jul` and `23` or `2023`. The name may be longer than its first letters: `july`, `juillet`. */
function monthByName(name: string, year: string): Period | null {
  if (name.length < 3) return null;
  let found = 0;
  let length = 0;
  MONTH_NAMES.forEach((starts, index) => {
    for (const start of starts)
      if (start.length > length && name.startsWith(start)) {
        found = index + 1;
        length = start.length;
      }
  });
  if (found === 0) return null;
  return checked(Number(year) + (year.length === 2 ? 2000 : 0), found, 1);
}

/** `二〇二三年七月` with digits; 十 is ten, alone or between digits. */
function withDigits(text: string): string {
  if (!/[〇零一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/十(?=[一二])/g, '1')
    .replace(/十/g, '10')
    .replace(/[〇零一二三四五六七八九]/g, (digit) => CHINESE_DIGITS[digit] ?? digit);
}

function checked(year: number, month: number, day: number): Period | null {
  const real =
    year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return real ? periodOf(year, month) : null;
}
