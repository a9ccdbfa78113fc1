import type { i18n, Resource } from 'i18next';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { holding } from '~/components/frame/connection';
import { createI18n } from '~/locales/create-i18n';
import { fallbackLanguage, isLanguage, type Language } from '~/locales/languages';
import { wordSets, type WordSet } from '~/locales/word-set';

type Load = () => Promise<{ words: Resource[string] }>;

const sets: Record<WordSet, Record<Language, Load>> = {
  reporting: {
    en: () => import('~/locales/en/reporting'),
    'zh-CN': () => import('~/locales/zh-CN/reporting'),
  },
  outside: {
    en: () => import('~/locales/en/outside'),
    'zh-CN': () => import('~/locales/zh-CN/outside'),
  },
  all: { en: () => import('~/locales/en'), 'zh-CN': () => import('~/locales/zh-CN') },
};

/** Loads the words of the page's language alone, and those that the page needs; then takes over the server's page. */
async function start() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : fallbackLanguage;
  const first = wordSets.find((set) => set === dataset['words']) ?? 'outside';
  const waiting = wordSets.slice(wordSets.indexOf(first) + 1);
  const { words } = await sets[first][language]();
  let adding = false;
  /** The next larger set, and the one after it should a word be missing still. */
  const addMore = async () => {
    const next = adding ? undefined : waiting.shift();
    if (!next) return;
    adding = true;
    add(translator, language, (await sets[next][language]()).words);
    adding = false;
  };
  const translator = createI18n(language, words, waiting.length > 0 ? addMore : undefined);
  if (first === 'reporting') whenReachingForALink(addMore);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

/** The page behind a link may need more words: they come while the reader is on the way to it. */
function whenReachingForALink(load: () => Promise<void>): void {
  const reached = new AbortController();
  for (const event of ['pointerover', 'focusin'] as const)
    document.addEventListener(
      event,
      ({ target }) => {
        if (!(target instanceof Element) || !target.closest('a[href]')) return;
        reached.abort();
        void load();
      },
      { signal: reached.signal },
    );
}

function add(translator: i18n, language: Language, words: Resource[string]): void {
  for (const [namespace, texts] of Object.entries(words))
    translator.addResourceBundle(language, namespace, texts);
}

window.fetch = holding(window.fetch.bind(window));
void start();
