import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voice } from '~/fallback/failure-words';
import { useFormat } from '../use-format';

/** How the rules' findings are said on a page: the reader's language, dates, months and figures. */
export function useVoice(): Voice {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      t,
      locale: format.locale,
      date: format.date,
      month: format.month,
      number: (value) => format.number(value, { maxDigits: 2 }),
    }),
    [t, format],
  );
}
