import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keptListText } from '~/shared/kept-list';
import type { Language } from './languages';

/**
 * A translator for one language, ready at once: its words are all there. React escapes, so nothing is escaped here.
 * `{{codes, listed}}` says a kept list as the language lists things.
 * `onMissing` is told of a key without words.
 */
export function createI18n(
  language: Language,
  words: Resource[string],
  onMissing?: () => Promise<void>,
): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    defaultNS: 'common',
    ns: Object.keys(words),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
    ...(onMissing && { saveMissing: true, missingKeyHandler: () => void onMissing() }),
  });
  instance.services.formatter?.add('listed', (kept: unknown) =>
    keptListText(String(kept), language),
  );
  return instance;
}
