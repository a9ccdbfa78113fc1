import { translate } from '~/locales/i18n.server';
import { inEachLanguage } from '~/notifications/each-language';
import type { EachLanguage } from '~/notifications/mail';
import { certificateName } from './certificate-name';

/** A certificate's name in each language, for letters and packs that are written once for readers of both. */
export function certificateNames(kind: string): EachLanguage {
  return inEachLanguage((language) => certificateName(kind, translate(language)));
}
