import { useTranslation } from 'react-i18next';
import type { TierCheck } from '~/vendors/tier';

/** What follows from a tier, in words. */
export function useTierWords() {
  const { t, i18n } = useTranslation();
  return {
    every: (months: number | null) =>
      months === null ? t('vendors:tier.onIncident') : t('vendors:tier.every', { count: months }),
    checks: (checks: readonly TierCheck[]) =>
      checks
        .map((check) => t(`vendors:tier.check.${check}`))
        .join(i18n.language === 'en' ? ', ' : '、'),
  };
}
