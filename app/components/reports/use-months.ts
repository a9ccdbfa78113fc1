import { useTranslation } from 'react-i18next';
import type { Period } from '~/shared/period';
import { useFormat } from '../use-format';

type Span = { firstPeriod: Period | null; lastPeriod: Period | null };

/** The months of a report in words: one, or from the first to the last. */
export function useMonths(): (span: Span) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ firstPeriod, lastPeriod }) => {
    if (firstPeriod === null || lastPeriod === null) return t('kpi:list.noMonths');
    if (firstPeriod === lastPeriod) return format.month(firstPeriod);
    return t('kpi:list.months', { from: format.month(firstPeriod), to: format.month(lastPeriod) });
  };
}
