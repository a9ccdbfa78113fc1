import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackSpeech } from '~/packs/say-words';
import { useFormat } from '../use-format';

/** The reader's language for the words and values of a pack. */
export function useSpeech(): PackSpeech {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return useMemo(() => ({ t, locale }), [t, locale]);
}
