import { useTranslation } from 'react-i18next';
import type { RequiredBecause } from '~/contracts/required-clauses';
import { countryName } from '~/shared/country-codes';
import { formatList } from '~/shared/format';
import { useFormat } from '../use-format';

/** Why a clause is required, in the reader's words. */
export function useBecause(): (because: RequiredBecause) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const list = (parts: readonly string[]) => formatList(parts, locale);
  const named = (codes: readonly string[]) => list(codes.map((code) => countryName(code, locale)));
  return (because) => {
    if (because.kind === 'transfer') {
      const { regime, from, to, allowed } = because.transfer;
      const carried = t('clauses:because.allowed', {
        mechanisms: list(allowed.map((mechanism) => t(`clauses:mechanism.${mechanism}`))),
      });
      const goes = t('clauses:because.transfer', {
        regime: t(`clauses:regime.${regime}`),
        from: named(from),
        to: named(to),
      });
      return locale === 'zh-CN' ? `${goes}${carried}` : `${goes} ${carried}`;
    }
    const { reasonEn, reasonZh, source } = because.requirement;
    const reason = locale === 'zh-CN' ? reasonZh : reasonEn;
    return source === null ? reason : t('clauses:because.source', { reason, source });
  };
}
