import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermAsked } from '~/fallback/candidate';
import { nameIn, type Voice } from '~/fallback/failure-words';
import { useFormat } from '../use-format';

const NO_TERMS: readonly Pick<TermAsked, 'kpi'>[] = [];

/** How the rules' findings are said on a page: the reader's language, dates, months, figures, and KPIs by their names. */
export function useVoice(terms = NO_TERMS): Voice {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const { locale, date, month, number } = format;
    const kpi = (code: string) => {
      const known = terms.find((term) => term.kpi.code === code);
      return known ? nameIn(known.kpi, locale) : code;
    };
    return { t, locale, date, month, kpi, number: (value) => number(value, { maxDigits: 2 }) };
  }, [t, format, terms]);
}
