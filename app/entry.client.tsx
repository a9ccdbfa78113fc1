import type { i18n } from 'i18next';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode, useEffect, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { holding } from '~/components/frame/connection';
import { comingWords, type LoadWords, type Words } from '~/locales/coming-words';
import { createI18n, WORDS_ADDED } from '~/locales/create-i18n';
import { fallbackLanguage, isLanguage, type Language } from '~/locales/languages';
import { lightTranslator } from '~/locales/light-translator';
import { wordSets, type WordSet } from '~/locales/word-set';
import { WORDS_OF_PAGE } from './handed-over';

const sets: Record<WordSet, Record<Language, LoadWords>> = {
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

/**
 * Takes over the server's page with the words that it was drawn with. The others of its language come after: those that
 * its kind of page needs, and more when they are missed.
 */
async function start() {
  await parsed();
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : fallbackLanguage;
  const first = wordSets.find((set) => set === dataset['words']) ?? 'outside';
  const coming = comingWords(
    wordSets.slice(wordSets.indexOf(first)).map((set) => sets[set][language]),
    (words, wasMissed) => add(translator, words, wasMissed),
  );
  const translator = createI18n(language, wordsOfPage(), coming);
  if (first === 'reporting') whenReachingForALink(coming.more);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={lightTranslator(translator)}>
          <TakenOver andThen={coming.more}>
            <RemixBrowser />
          </TakenOver>
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

/** A script that the browser kept may be here before the page's end, where the words are. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', resolve, { once: true }),
  );
}

function wordsOfPage(): Words {
  return JSON.parse(document.getElementById(WORDS_OF_PAGE)?.textContent ?? '{}') as Words;
}

function TakenOver({ andThen, children }: { andThen: () => Promise<void>; children: ReactNode }) {
  useEffect(() => void andThen(), [andThen]);
  return children;
}

/** Adds words; who draws with them is told once, and only where one was missed. */
function add(translator: i18n, words: Words, wasMissed: boolean): void {
  const { language } = translator;
  for (const [namespace, texts] of Object.entries(words))
    translator.addResourceBundle(language, namespace, texts, false, true, {
      silent: true,
      skipCopy: true,
    });
  if (wasMissed) translator.emit(WORDS_ADDED);
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

window.fetch = holding(window.fetch.bind(window));
void start();
