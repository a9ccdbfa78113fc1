import { languages, type Language } from '~/locales/languages';
import type { EachLanguage } from './mail';

/** A text of a letter, written in each language. */
export function inEachLanguage(write: (language: Language) => string): EachLanguage {
  return Object.fromEntries(
    languages.map((language) => [language, write(language)]),
  ) as EachLanguage;
}
