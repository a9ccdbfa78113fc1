import { useTranslation } from 'react-i18next';
import { splitAction } from '~/audit/entry';

/** An action of the audit trail in words: "Vendor amended"; one without words as it is. */
export function Saying({ action }: { action: string }) {
  return <>{useSaying()(action)}</>;
}

/** The words of an action, as text. */
export function useSaying(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const { entity, done } = splitAction(action);
    return t('audit:said', {
      entity: t(`audit:entity.${entity}` as 'audit:entity.vendor', { defaultValue: entity }),
      done: t(`audit:done.${done}` as 'audit:done.changed', { defaultValue: done }),
    });
  };
}
