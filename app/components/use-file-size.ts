import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format';

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** A count of bytes, in the thousands in which the limits of files are set, as `820 KB` or `1.4 MB`. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (bytes) => {
    if (bytes < KILOBYTE) return t('kit:fileSize.b', { size: bytes });
    if (bytes < MEGABYTE)
      return t('kit:fileSize.kb', { size: number(bytes / KILOBYTE, { maxDigits: 0 }) });
    return t('kit:fileSize.mb', { size: number(bytes / MEGABYTE, { maxDigits: 1 }) });
  };
}
