import { useTranslation } from 'react-i18next';

/** What errors of a kind are called, as the heading of a group. */
export function useErrorKind(): (code: string) => string {
  const { t } = useTranslation();
  return (code) =>
    t(`kpi:errors.kind.${code}` as 'kpi:errors.kind.other', {
      defaultValue: t('kpi:errors.kind.other'),
    });
}
