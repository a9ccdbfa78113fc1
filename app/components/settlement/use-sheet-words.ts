import { useTranslation } from 'react-i18next';
import { sheetWords } from '~/settlement/sheet-words';
import { useFormat } from '../use-format';

/** The words of a statement's lines in the reader's language; the PDF and the CSV take the same. */
export function useSheetWords() {
  const { t } = useTranslation();
  return sheetWords(t, useFormat().locale);
}
