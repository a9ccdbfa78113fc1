import { useTranslation } from 'react-i18next';
import type { Reason } from '~/shared/outcome';

/** Words of a refusal's reason in the reader's language; a code without words is shown as such. */
export function useReason(): (reason: Reason) => string {
  const { t } = useTranslation();
  return ({ code, params }) =>
    t(`errors:${code}`, { ...params, defaultValue: t('errors:unknown', { code }) });
}
