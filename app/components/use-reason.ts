import { useTranslation } from 'react-i18next';
import type { Reason } from '~/shared/outcome';

/** Words of a refusal's reason in the reader's language; a code without words is shown as such. */
export function useReason(): (reason: Reason) => string {
  const { t, i18n } = useTranslation();
  return ({ code, params }) => {
    const key = `errors:${code}`;
    return i18n.exists(key)
      ? String(i18n.t(key as 'errors:invalid', { ...params }))
      : t('errors:unknown', { code });
  };
}
