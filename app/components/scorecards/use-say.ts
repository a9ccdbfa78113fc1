import { useTranslation } from 'react-i18next';
import type { Words } from '~/onboarding/scorecard';

/** A template's words in the reader's language; the other one where it is blank. */
export function useSay(): (words: Words) => string {
  const { i18n } = useTranslation();
  return ({ en, zh }) => (i18n.language === 'zh-CN' ? zh || en : en || zh);
}
