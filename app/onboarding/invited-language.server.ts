import { linkStanding } from '~/auth/password-link.server';
import { chosenLanguage } from '~/locales/detect';
import type { Language } from '~/locales/languages';
import type { Reader } from '~db/store.server';
import { invitationOfPerson } from './invitation-queries.server';

/** The pages at the door that an invitation's letter leads to. */
const PAGES = ['/invitation', '/invitation/new'];

/**
 * The language in which somebody was invited, on the pages that the letter leads to, also once its link is used or has run
 * out. Null elsewhere, for a link that never was, and where the reader chose a language in this browser.
 */
export async function invitedLanguage(reader: Reader, request: Request): Promise<Language | null> {
  const { pathname, searchParams } = new URL(request.url);
  const token = searchParams.get('token');
  if (token === null || !PAGES.includes(pathname)) return null;
  if (chosenLanguage(request.headers.get('Cookie')) !== null) return null;
  const { personId } = await linkStanding(reader, token);
  const invitation = personId === null ? null : await invitationOfPerson(reader, personId);
  return invitation?.locale ?? null;
}
