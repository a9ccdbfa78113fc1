import type { i18n, TFunction } from 'i18next';
import { alsoAsked, heard, said } from './asked-words.server';
import { createI18n } from './create-i18n';
import { words as en } from './en';
import type { Language } from './languages';
import { lightTranslator } from './light-translator';
import { words as chinese } from './zh-CN';

const instances: Record<Language, i18n> = {
  en: createI18n('en', en, { heard: said }),
  'zh-CN': createI18n('zh-CN', chinese, { heard: said }),
};

const forPages: Record<Language, i18n> = {
  en: light(instances.en),
  'zh-CN': light(instances['zh-CN']),
};

/** The translator of a language, made once: for pages rendered here. */
export function i18nFor(language: Language): i18n {
  return forPages[language];
}

/** `t` of a language outside React: `translate('zh-CN')('common:outcome.breached')`. For mail and for files. */
export function translate(language: Language): TFunction {
  return instances[language].t;
}

function light(translator: i18n): i18n {
  return lightTranslator(translator, (say) => {
    const [said, names] = heard(say);
    return { said, again: () => alsoAsked(names) };
  });
}
