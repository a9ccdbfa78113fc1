import i18next, { type i18n, type I18nFormatModule, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keptListText } from '~/shared/kept-list';
import type { ComingWords } from './coming-words';
import type { Language } from './languages';

/** What a translator says to who draws with it when words that were missed are there. */
export const WORDS_ADDED = 'wordsAdded';

type Heard = (namespace: string, key: string) => void;

/** Finds words as the translator itself does, also those within others. */
class Listening implements I18nFormatModule {
  readonly type = 'i18nFormat';
  /** A name of several words is answered as it is without us: in words, never with the several. */
  readonly handleAsObject = true;
  constructor(
    private readonly translator: i18n,
    private readonly heard: Heard,
  ) {}

  getResource(...[language, namespace, key, options]: Parameters<i18n['getResource']>): unknown {
    const words: unknown = this.translator.getResource(language, namespace, key, options);
    if (typeof words === 'string') this.heard(namespace, key);
    return words;
  }
}

/**
 * A translator for one language, ready at once: its words are all there. React escapes, so nothing is escaped here.
 * `{{codes, listed}}` says a kept list as the language lists things.
 * `missed` is told of a key without words, and says whether they may come: until then nothing is shown. `heard` is told of
 * each word that is found.
 */
export function createI18n(
  language: Language,
  words: Resource[string],
  { missed, heard }: { missed?: ComingWords['missed']; heard?: Heard } = {},
): i18n {
  const instance = i18next.createInstance();
  if (heard) instance.use(new Listening(instance, heard));
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    defaultNS: 'common',
    ns: Object.keys(words),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: WORDS_ADDED },
    ...(missed && {
      parseMissingKeyHandler: (key: string, instead?: string) => {
        const isToCome = missed();
        return instead ?? (isToCome ? '' : key);
      },
    }),
  });
  instance.services.formatter?.add('listed', (kept: unknown) =>
    keptListText(String(kept), language),
  );
  return instance;
}
