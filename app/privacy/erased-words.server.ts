import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';

/**
 * What an erased person is called from then on, in every language at once: files, papers and letters to several readers
 * have none of their own.
 */
export function erasedName(number: number): string {
  return languages
    .map((language) => translate(language)('privacy:erasedPerson', { number }))
    .join(JOINT);
}

/** What stands in texts in place of an erased contact. */
export function erasedContact(): string {
  return languages.map((language) => translate(language)('privacy:erasedContact')).join(JOINT);
}

const JOINT = ' · ';
