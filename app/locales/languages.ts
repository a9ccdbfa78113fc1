/** The languages of the portal, each named in itself. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];
export const fallbackLanguage: Language = 'en';

export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}
