import type { i18n, TFunction } from 'i18next';
import { alsoAsked, heard, said } from './asked-words.server';
import { createI18n } from './create-i18n';
import { words as en } from './en';
import type { Language } from './languages';
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

/**
 * A translator whose hooks cost little: a page asks for hundreds of words, and each hook copies what the translator
 * itself owns. This one owns nothing but its `t`, which remembers the words that stand for themselves.
 */
function light(instance: i18n): i18n {
  const t = remembering(instance.t);
  return Object.assign(Object.create(instance) as i18n, { t, getFixedT: () => t });
}

function remembering(t: TFunction): TFunction {
  const known = new Map<unknown, { words: string; names: Set<string> }>();
  const ask = (...args: Parameters<TFunction>) => {
    const [key] = args;
    const found = args.length === 1 ? known.get(key) : undefined;
    if (found) {
      alsoAsked(found.names);
      return found.words;
    }
    const [words, names] = heard<unknown>(() => t(...args));
    if (args.length === 1 && typeof words === 'string' && words !== key)
      known.set(key, { words, names });
    return words;
  };
  return ask as TFunction;
}
