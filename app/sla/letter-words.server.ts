import { translate } from '~/locales/i18n.server';
import { languages, type Language } from '~/locales/languages';
import type { EachLanguage } from '~/notifications/mail';
import { nameFor, type Named } from '~/shared/named';

/** A text of a letter, written in each language. */
export function inEachLanguage(write: (language: Language) => string): EachLanguage {
  return Object.fromEntries(
    languages.map((language) => [language, write(language)]),
  ) as EachLanguage;
}

/** What a term measures as a letter calls it: the KPI, and the market where it is that of one. */
export function measureInLetter(kpi: Named, market: Named | null, language: Language): string {
  const name = nameFor(kpi, language);
  return market === null
    ? name
    : translate(language)('common:measureIn', { kpi: name, place: nameFor(market, language) });
}
