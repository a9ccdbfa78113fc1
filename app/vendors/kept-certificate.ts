import { common as english } from '~/locales/en/common';
import { common as chinese } from '~/locales/zh-CN/common';
import { usualCertificates } from './certificate-name';

/** The name to keep for one that was typed: what is asked for in one language is held in the other. */
export function keptCertificate(typed: string): string {
  const [kept] =
    Object.entries(usualCertificates).find(([, key]) =>
      [english, chinese].some(
        ({ certificate }) => certificate[key].toLowerCase() === typed.toLowerCase(),
      ),
    ) ?? [];
  return kept ?? typed;
}
