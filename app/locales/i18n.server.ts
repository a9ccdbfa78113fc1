import type { i18n, TFunction } from 'i18next';
import { createI18n } from './create-i18n';
import { words as en } from './en';
import type { Language } from './languages';
import { words as chinese } from './zh-CN';

const instances: Record<Language, i18n> = {
  en: createI18n('en', en),
  'zh-CN': createI18n('zh-CN', chinese),
};

/** The translator of a language, made once: for pages rendered here, for mail and for files. */
export function i18nFor(language: Language): i18n {
  return instances[language];
}

/** `t` of a language outside React: `translate('zh-CN')('common:outcome.breached')`. */
export function translate(language: Language): TFunction {
  return instances[language].t;
}
