import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format';

/** A count of bytes as `820 KB` or `1.4 MB`. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (bytes) => {
    if (bytes < 1024) return t('kit:fileSize.b', { size: bytes });
    if (bytes < 1_048_576)
      return t('kit:fileSize.kb', { size: number(bytes / 1024, { maxDigits: 0 }) });
    return t('kit:fileSize.mb', { size: number(bytes / 1_048_576, { maxDigits: 1 }) });
  };
}
