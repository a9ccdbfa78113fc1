import { describe, expect, it, vi } from 'vitest';
import { heard, wordsAsJson } from './asked-words.server';
import { createI18n } from './create-i18n';
import type { Words } from './coming-words';
import { i18nFor, translate } from './i18n.server';
import { languages, type Language } from './languages';
import type { TFunction } from 'i18next';

/** As a page is drawn: plain words, a number, and words within words. */
function page(t: TFunction): string[] {
  return [
    t('common:product'),
    t('kit:table.selected', { count: 1 }),
    t('kit:table.selected', { count: 7 }),
    t('errors:proposal_decided', { state: 'open' }),
  ];
}

function browserOf(language: Language, words: string, missed = vi.fn(() => true)) {
  return { t: createI18n(language, JSON.parse(words) as Words, { missed }).t, missed };
}

describe.each(languages)('a page in %s', (language) => {
  const server = i18nFor(language);
  const draw = () => heard(() => page(server.t));

  it('is said the same with the words that it was drawn with, the first time and from memory', () => {
    for (const [said, names] of [draw(), draw()]) {
      const { t, missed } = browserOf(language, wordsAsJson(language, server, names));
      expect(page(t)).toEqual(said);
      expect(said).toEqual(page(translate(language)));
      expect(missed).not.toHaveBeenCalled();
    }
  });

  it('is sent no other words', () => {
    const [, names] = draw();
    const [, fewer] = heard(() => server.t('common:product'));
    const words = JSON.parse(wordsAsJson(language, server, fewer)) as unknown;
    expect(words).toEqual({ common: { product: server.t('common:product') } });
    expect(names.size).toBeGreaterThan(fewer.size);
    expect(names).not.toContain('common:role.manager');
  });
});

it('hears nobody after the page', () => {
  const [, names] = heard(() => i18nFor('en').t('common:product'));
  i18nFor('en').t('common:role.manager');
  expect([...names]).toEqual(['common:product']);
});

it('shows nothing for a word that is to come, and its name where none is', () => {
  const { t, missed } = browserOf('en', '{}');
  expect(t('common:product')).toBe('');
  expect(t('common:product', { defaultValue: 'instead' })).toBe('instead');
  missed.mockReturnValue(false);
  expect(t('common:product')).toBe('product');
});

it('answers the name of several words in words, as it does unheard', () => {
  const words = { kit: { table: { sortBy: 'Sort by' } } };
  const heardOf = vi.fn();
  const [plain, heeded] = [createI18n('en', words), createI18n('en', words, { heard: heardOf })];
  const name = 'kit:table' as 'kit:table.sortBy';
  expect(heeded.t(name)).toBe(plain.t(name));
  expect(heardOf).not.toHaveBeenCalled();
});
