import type { i18n, Resource } from 'i18next';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '~/locales/create-i18n';
import { fallbackLanguage, isLanguage, type Language } from '~/locales/languages';

type Load = () => Promise<{ words: Resource[string] }>;

const all: Record<Language, Load> = {
  en: () => import('~/locales/en'),
  'zh-CN': () => import('~/locales/zh-CN'),
};

const outside: Record<Language, Load> = {
  en: () => import('~/locales/en/outside'),
  'zh-CN': () => import('~/locales/zh-CN/outside'),
};

/** Loads the words of the page's language alone, and those that its reader meets; then takes over the server's page. */
async function start() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : fallbackLanguage;
  const isInside = dataset['words'] === 'all';
  const { words } = await (isInside ? all : outside)[language]();
  const translator = createI18n(language, words, isInside ? undefined : () => void addTheRest());
  let isAdding = false;
  async function addTheRest() {
    if (isAdding) return;
    isAdding = true;
    add(translator, language, (await all[language]()).words);
  }
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

function add(translator: i18n, language: Language, words: Resource[string]): void {
  for (const [namespace, texts] of Object.entries(words))
    translator.addResourceBundle(language, namespace, texts);
}

void start();
