import { fallbackLanguage, isLanguage, type Language } from './languages';

export const languageCookieName = 'language';

export type LanguageSources = {
  /** The signed-in person's setting. */
  person?: string | null;
  /** The request's `Cookie` header. */
  cookie?: string | null;
  acceptLanguage?: string | null;
};

/** The reader's language: the person's setting, else the cookie, else what the browser asks for, else English. */
export function detectLanguage({ person, cookie, acceptLanguage }: LanguageSources): Language {
  if (isLanguage(person)) return person;
  return chosenLanguage(cookie) ?? fromAcceptLanguage(acceptLanguage ?? '');
}

/** The language that was chosen in this browser, or null. */
export function chosenLanguage(cookie: string | null | undefined): Language | null {
  const chosen = cookieValue(cookie, languageCookieName);
  return isLanguage(chosen) ? chosen : null;
}

/** The value of one cookie in a `Cookie` header, or null. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return decoded(value.join('='));
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Any Chinese is answered in Simplified Chinese, the only one there is. */
function fromAcceptLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (/^zh\b/.test(tag)) return 'zh-CN';
    if (/^en\b/.test(tag)) return 'en';
  }
  return fallbackLanguage;
}
