import { languageCookieName } from './detect';
import type { Language } from './languages';

/** The header that keeps the language in the browser for a year, for the pages before signing in. */
export function languageCookie(language: Language): string {
  return `${languageCookieName}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
