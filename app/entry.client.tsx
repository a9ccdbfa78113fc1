import type { Resource } from 'i18next';
import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '~/locales/create-i18n';
import { fallbackLanguage, isLanguage, type Language } from '~/locales/languages';

const load: Record<Language, () => Promise<{ words: Resource[string] }>> = {
  en: () => import('~/locales/en'),
  'zh-CN': () => import('~/locales/zh-CN'),
};

/** Loads the words of the page's language alone, then takes over what the server drew. */
async function start() {
  const tag = document.documentElement.lang;
  const language = isLanguage(tag) ? tag : fallbackLanguage;
  const { words } = await load[language]();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={createI18n(language, words)}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void start();
