import type { i18n, TFunction } from 'i18next';
import { WORDS_ADDED } from './create-i18n';

/** What is said, and what is to be done when it is said again from memory. */
type Speak = (say: () => unknown) => { said: unknown; again?: () => void };

const plainly: Speak = (say) => ({ said: say() });

/**
 * A translator whose hooks cost little: a page asks for hundreds of words, and each hook copies what the translator
 * itself owns. This one owns nothing but its `t`, which remembers the words that stand for themselves until there are more.
 */
export function lightTranslator(translator: i18n, speak: Speak = plainly): i18n {
  let t = remembering(translator.t, speak);
  translator.on(WORDS_ADDED, () => (t = remembering(translator.t, speak)));
  const light = Object.create(translator) as i18n;
  Object.defineProperty(light, 't', { get: () => t, enumerable: true });
  return Object.assign(light, { getFixedT: () => t });
}

function remembering(t: TFunction, speak: Speak): TFunction {
  const known = new Map<unknown, { said: unknown; again?: () => void }>();
  const ask = (...args: Parameters<TFunction>) => {
    const say = () => t(...args);
    if (args.length !== 1) return say();
    const [key] = args;
    const found = known.get(key);
    found?.again?.();
    if (found) return found.said;
    const answer = speak(say);
    const stands = typeof answer.said === 'string' && answer.said !== '' && answer.said !== key;
    if (stands) known.set(key, answer);
    return answer.said;
  };
  return ask as TFunction;
}
