import { useTranslation } from 'react-i18next';
import type { TierCheck } from '~/vendors/tier';
import { useFormat } from '../use-format';

/** What follows from a tier, in words. */
export function useTierWords() {
  const { t } = useTranslation();
  const { listed } = useFormat();
  return {
    every: (months: number | null) =>
      months === null ? t('vendors:tier.onIncident') : t('vendors:tier.every', { count: months }),
    checks: (checks: readonly TierCheck[]) =>
      listed(checks.map((check) => t(`vendors:tier.check.${check}`))),
  };
}
