import { useRouteLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fallbackLanguage, isLanguage } from '~/locales/languages';
import { unitAfterFigure, unitText } from '~/locales/unit-text';
import {
  formatAge,
  formatAgainstTarget,
  formatAmount,
  formatDate,
  formatDaysFrom,
  formatDuration,
  formatInstant,
  formatList,
  formatListed,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  unbroken,
  type NumberOptions,
} from '~/shared/format';
import type { Period } from '~/shared/period';
import type { loader as rootLoader } from '~/root';

/** The formats of shared/format.ts, bound to the reader's language and time zone. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const timeZone = useRouteLoaderData<typeof rootLoader>('root')?.timeZone ?? 'UTC';
  const locale = isLanguage(i18n.language) ? i18n.language : fallbackLanguage;
  return useMemo(() => {
    const inWords = (options: NumberOptions = {}) =>
      options.unit ? { ...options, unit: unitAfterFigure(t, options.unit) } : options;
    return {
      locale,
      timeZone,
      unit: (unit: string) => unitText(t, unit),
      /** Beside figures: in the head of their column. */
      unitOfFigures: (unit: string) => unitAfterFigure(t, unit) ?? '',
      number: (value: string | number, options?: NumberOptions) =>
        formatNumber(value, inWords(options)),
      percent: (value: string | number, maxDigits?: number) => formatPercent(value, maxDigits),
      againstTarget: (value: string, target: string | number, options?: NumberOptions) =>
        formatAgainstTarget(value, target, inWords(options)),
      money: (minor: number | bigint | string, currency: string) => formatMoney(minor, currency),
      amount: (amount: string, currency: string) => formatAmount(amount, currency),
      date: (date: string) => unbroken(formatDate(date, locale), locale),
      month: (period: Period) => unbroken(formatMonth(period, locale), locale),
      instant: (instant: string, zone = timeZone) =>
        unbroken(formatInstant(instant, zone, locale), locale),
      age: (instant: string, now: string) => formatAge(instant, now, locale),
      daysFrom: (date: string, today: string) => formatDaysFrom(date, today, locale),
      list: (parts: readonly string[]) => formatList(parts, locale),
      /** What stands between two sentences of a paragraph. */
      betweenSentences: locale === 'zh-CN' ? '' : ' ',
      listed: (parts: readonly string[]) => formatListed(parts, locale),
      duration: (milliseconds: number) => formatDuration(milliseconds, locale),
    };
  }, [t, locale, timeZone]);
}
