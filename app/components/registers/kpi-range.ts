import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';

/** The values that a KPI can take, in words: `0 to 100`, `from 0`. */
export function useKpiRange() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ min, max }: { min: string | null; max: string | null }) => {
    const from = min === null ? null : format.number(min, { maxDigits: 6 });
    const to = max === null ? null : format.number(max, { maxDigits: 6 });
    if (from !== null && to !== null) return t('library:kpi.between', { min: from, max: to });
    if (from !== null) return t('library:kpi.from', { min: from });
    return to === null ? t('library:kpi.anyValue') : t('library:kpi.to', { max: to });
  };
}
