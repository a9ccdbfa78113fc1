import { useTranslation } from 'react-i18next';
import { isDate } from '~/shared/calendar';
import type { Reason } from '~/shared/outcome';
import { useFormat } from './use-format';

/** Words of a refusal's reason in the reader's language, days as they are written there; a code without words is shown. */
export function useReason(): (reason: Reason) => string {
  const { t } = useTranslation();
  const { date } = useFormat();
  return ({ code, params = {} }) => {
    const said = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && isDate(value) ? date(value) : value,
      ]),
    );
    return t(`errors:${code}`, { ...said, defaultValue: t('errors:unknown', { code }) });
  };
}
