import type { TFunction } from 'i18next';
import { unitAfterFigure } from '~/locales/unit-text';
import { formatDate, formatMoney, formatMonth, formatNumber, type Locale } from '~/shared/format';
import type { PackValue, PackWords } from './section';

/** In what language a pack is read: the translator of the page, the mail or the file, and its formats. */
export type PackSpeech = { t: TFunction; locale: Locale };

/** A sentence of a pack in the reader's language, its values written as that language writes them. */
export function packWordsText({ key, params = {} }: PackWords, speech: PackSpeech): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, paramOf(name, value, speech)]),
  );
  return say(speech)(`packs:${key}`, values);
}

const PERCENT_DIGITS = 2;

type ValueOptions = {
  /** Among figures under each other: percentages end alike, so that their points stand in a line. */
  inColumn?: boolean;
};

/** A stored value in words: the same in the page, the PDF, the slides and a file; what is missing is "No data", never 0. */
export function packValueText(
  value: PackValue,
  speech: PackSpeech,
  { inColumn = false }: ValueOptions = {},
): string {
  const { locale } = speech;
  switch (value.kind) {
    case 'words':
      return packWordsText(value.words, speech);
    case 'name':
      return locale === 'zh-CN' ? value.zh : value.en;
    case 'text':
      return value.text;
    case 'vendor':
      return value.name;
    case 'period':
      return formatMonth(value.period, locale);
    case 'date':
      return formatDate(value.date, locale);
    case 'count':
      return formatNumber(value.count, { maxDigits: 0 });
    case 'measure':
      return value.value === null
        ? missing(speech)
        : measured(value.value, unitOf(value.unit, speech), inColumn);
    case 'money':
      return value.minor === null ? missing(speech) : formatMoney(value.minor, value.currency);
    case 'rating':
      return value.rating === null ? missing(speech) : speech.t(`reviews:rating.${value.rating}`);
  }
}

function measured(value: string, unit: string | null, inColumn: boolean): string {
  return formatNumber(value, {
    unit,
    minDigits: inColumn && unit === '%' ? PERCENT_DIGITS : 0,
  });
}

/** True where the store had nothing to say on the day of the freeze. */
export function isMissing(value: PackValue): boolean {
  switch (value.kind) {
    case 'measure':
      return value.value === null;
    case 'money':
      return value.minor === null;
    case 'rating':
      return value.rating === null;
    default:
      return false;
  }
}

/** Percent is written by its sign, other units in the reader's words. */
function unitOf(unit: string, { t }: PackSpeech): string | null {
  if (unit === 'percent') return '%';
  return unit === '' ? null : unitAfterFigure(t, unit);
}

/** A count named `count` stays a number: the plural of the sentence hangs on it. */
function paramOf(name: string, value: PackValue, speech: PackSpeech): string | number {
  return name === 'count' && value.kind === 'count' ? value.count : packValueText(value, speech);
}

function missing({ t }: PackSpeech): string {
  return t('common:outcome.no_data');
}

/** Keys of a pack are data: a text of years ago may name one that has no words any more. */
function say({ t }: PackSpeech) {
  return (key: string, values: Record<string, string | number>): string =>
    t(key, { ...values, defaultValue: key });
}
