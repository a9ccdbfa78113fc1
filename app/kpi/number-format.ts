/** What a number format shows: a percentage, a date, or a number. */
export type FormatKind = 'number' | 'percent' | 'date';

const PERCENT_FORMATS = new Set([9, 10]);
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Kind of a cell by its number format: ids below 164 are built in, others come with their code. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) {
    if (PERCENT_FORMATS.has(id)) return 'percent';
    return isDateFormat(id) ? 'date' : 'number';
  }
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  const first = bare.split(';')[0] ?? '';
  if (first.includes('%')) return 'percent';
  return /[ymd年月日]/i.test(first) && !/general|[#?]/i.test(first) ? 'date' : 'number';
}

const SIGNIFICANT_DIGITS = 15;
const DAY = 86_400_000;
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31 in days since 1899-12-30. */
const LAST_DAY = 2_958_465;

/**
 * A number of a workbook as the shortest plain decimal, to the 15 digits that spreadsheets keep: binary noise such as
 * `0.30000000000000004` is gone. Null when it is no number.
 */
export function plainDecimal(raw: string): string | null {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return null;
  const shortest = String(Number(number.toPrecision(SIGNIFICANT_DIGITS)));
  return shortest.includes('e') ? expanded(shortest) : shortest;
}

/** `1.5e-7` as `0.00000015`. */
function expanded(text: string): string {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return shifted(mantissa, Number(exponent));
}

/** A plain decimal times ten to the power of `places`, by moving its point: no digit changes. */
export function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const cut = Math.max(point, 1);
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(cut);
  return sign + integer + (rest === '' ? '' : `.${rest}`);
}

/** The date `YYYY-MM-DD` of a workbook's day number, or null beyond the years that it can mean. */
export function dateOfSerial(serial: number, since1904: boolean): string | null {
  if (!(serial >= 1) || serial > LAST_DAY) return null;
  const zero = since1904 ? DAY_ZERO_1904 : DAY_ZERO_1900;
  return new Date(zero + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}
