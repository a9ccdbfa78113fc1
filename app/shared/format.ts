import { minorDigits } from './money';
import { monthOf, yearOf, type Period } from './period';
import { compared, decimalText, plainDecimal, rounded } from './plain-decimal';

/*
 * Numbers, money and time as a reader of a language writes them. Dates are put together here rather than by Intl, whose
 * month names differ between versions of the server and the browser.
 */
export type Locale = 'en' | 'zh-CN';

export type NumberOptions = {
  /** Most decimals shown, rounded half away from zero; 2 where not given. */
  maxDigits?: number;
  /** Fewest decimals shown, so that a column lines up. */
  minDigits?: number;
  /** `%` or a unit of the KPI library; joined to the figure so that they never part. */
  unit?: string | null;
};

/** A decimal text with separators and its unit, alike in both languages: `1,234.5 min`, `5 天`, `79.97%`. */
export function formatNumber(
  value: string | number,
  { maxDigits = 2, minDigits = 0, unit }: NumberOptions = {},
): string {
  const text = decimalText(rounded(plainDecimal(value), maxDigits), minDigits);
  return withUnit(grouped(text), unit);
}

/** A percentage from its figure in percent: `71.25` is `71.25%`. */
export function formatPercent(value: string | number, maxDigits = 2): string {
  return formatNumber(value, { maxDigits, unit: '%' });
}

/**
 * A measured value with as many decimals as it takes to see on which side of its target it lies: 79.9723 against 80 is
 * `79.97`, 99.89991 against 99.9 is `99.8999`. Two decimals where they suffice.
 */
export function formatAgainstTarget(
  value: string,
  target: string | number,
  options: NumberOptions = {},
): string {
  const exact = plainDecimal(value);
  const goal = plainDecimal(target);
  const side = compared(exact, goal);
  let digits = options.maxDigits ?? 2;
  while (digits < exact.places && compared(rounded(exact, digits), goal) !== side) digits += 1;
  return formatNumber(value, { ...options, maxDigits: digits });
}

/** Minor units of a currency as `USD 2,000.00`: the code, since several dollars and two kinds of ¥ meet here. */
export function formatMoney(minor: number | bigint | string, currency: string): string {
  const digits = currencyDigits(currency);
  const amount = { units: BigInt(minor), places: digits };
  return `${currency}\u00a0${grouped(decimalText(amount, digits))}`;
}

/** A decimal amount of a currency, rounded to the currency's own digits. */
export function formatAmount(amount: string, currency: string): string {
  const digits = currencyDigits(currency);
  const exact = rounded(plainDecimal(amount), digits);
  return `${currency}\u00a0${grouped(decimalText(exact, digits))}`;
}

/** Decimals of a currency after ISO 4217: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code that is not known. */
function currencyDigits(currency: string): number {
  return minorDigits(currency) ?? 2;
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date `YYYY-MM-DD` as `12 Jan 2024` or `2024年1月12日`. */
export function formatDate(date: string, locale: Locale): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) return date;
  if (locale === 'zh-CN') return `${year}年${month}月${day}日`;
  return `${day}\u00a0${monthNames[month - 1]}\u00a0${year}`;
}

/** A period as `Dec 2022` or `2022年12月`. */
export function formatMonth(period: Period, locale: Locale): string {
  if (locale === 'zh-CN') return `${yearOf(period)}年${monthOf(period)}月`;
  return `${monthNames[monthOf(period) - 1]}\u00a0${yearOf(period)}`;
}

/** A period without its year, for axes: `Dec`, `12月`. */
export function formatMonthShort(period: Period, locale: Locale): string {
  return locale === 'zh-CN' ? `${monthOf(period)}月` : (monthNames[monthOf(period) - 1] ?? '');
}

/** An instant in a time zone, to the minute: `12 Jan 2024, 09:30` or `2024年1月12日 09:30`. */
export function formatInstant(instant: string, timeZone: string, locale: Locale): string {
  const { date, time } = wallClock(instant, timeZone);
  return locale === 'zh-CN'
    ? `${formatDate(date, locale)} ${time}`
    : `${formatDate(date, locale)}, ${time}`;
}

/** A date or month that stays on one line: Chinese may break between any two signs unless they are joined. */
export function unbroken(text: string, locale: Locale): string {
  return locale === 'zh-CN'
    ? text.replace(/(?<=\d)(?=[年月日])|(?<=[年月])(?=\d)/g, '\u2060')
    : text;
}

/** Several things in a sentence: `A, B, and C`, `A、B和C`. */
export function formatList(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale).format(parts);
}

/** Several things in a row, in a cell or after a colon: `A, B, C`, `A、B、C`. */
export function formatListed(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === 'zh-CN' ? '、' : ', ');
}

/** The date that an instant falls on in a time zone, `YYYY-MM-DD`. */
export function dateInZone(instant: string, timeZone: string): string {
  return wallClock(instant, timeZone).date;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Date and time of day of an instant by the clock of a time zone. */
export function wallClock(instant: string, timeZone: string): { date: string; time: string } {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  const parts = new Map(
    clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

const DAY = 86_400_000;
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', DAY / 1440],
];

/** How long ago an instant was, or how far ahead it lies, in its largest unit: `3 days ago`, `2 小时后`. */
export function formatAge(instant: string, now: string, locale: Locale): string {
  const span = Date.parse(instant) - Date.parse(now);
  const [unit, size] = steps.find(([, length]) => Math.abs(span) >= length) ?? ['minute', 60_000];
  return relative(Math.trunc(span / size), unit, locale);
}

/** How many days a date lies from today, both `YYYY-MM-DD`: `tomorrow`, `in 12 days`, `5 天前`. */
export function formatDaysFrom(date: string, today: string, locale: Locale): string {
  return relative(daysBetween(today, date), 'day', locale);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);
}

/** A duration in milliseconds: `840 ms`, `12.4 s`, `3 min 05 s`; in Chinese `12.4 秒`. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const words = locale === 'zh-CN' ? ['毫秒', '秒', '分'] : ['ms', 's', 'min'];
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ${words[0]}`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} ${words[1]}`;
  const seconds = Math.round(milliseconds / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)} ${words[2]} ${rest} ${words[1]}`;
}

/** Intl joins figure and unit in Chinese; the portal's own words don't. */
function relative(span: number, unit: Intl.RelativeTimeFormatUnit, locale: Locale): string {
  const text = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(span, unit);
  return text.replace(/(?<=\d)(?=\p{Script=Han})/gu, '\u00a0');
}

/** Thousands separated by commas, as both languages write them; a true minus sign. */
function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',');
  const zero = !/[1-9]/.test(text);
  const sign = whole.startsWith('-') && !zero ? '\u2212' : '';
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

function withUnit(figure: string, unit: string | null | undefined): string {
  if (!unit) return figure;
  return unit === '%' ? `${figure}${unit}` : `${figure}\u00a0${unit}`;
}
