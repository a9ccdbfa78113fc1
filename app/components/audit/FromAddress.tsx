import { useTranslation } from 'react-i18next';
import { isUnreadable, type Unreadable } from '~/privacy/sealed';

/** The address that somebody acted from, or why it can't be read. */
export function FromAddress({ address }: { address: string | Unreadable | null }) {
  const { t } = useTranslation();
  return (
    <>
      {isUnreadable(address)
        ? t(`audit:unreadable.${address.unreadable}`)
        : (address ?? t('common:none'))}
    </>
  );
}
