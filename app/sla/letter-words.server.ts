import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import { nameFor, type Named } from '~/shared/named';

/** What a term measures as a letter calls it: the KPI, and the market where it is that of one. */
export function measureInLetter(kpi: Named, market: Named | null, language: Language): string {
  const name = nameFor(kpi, language);
  return market === null
    ? name
    : translate(language)('common:measureIn', { kpi: name, place: nameFor(market, language) });
}
