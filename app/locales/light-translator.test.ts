import { expect, it, vi } from 'vitest';
import { createI18n, WORDS_ADDED } from './create-i18n';
import { lightTranslator } from './light-translator';

const english = { common: { product: 'Mainstay' } };

it('asks once for what stands for itself, and each time for what is said of something', () => {
  const translator = createI18n('en', {
    ...english,
    kit: { table: { sortBy: 'Sort by {{column}}' } },
  });
  const asked = vi.spyOn(translator, 't');
  const { t } = lightTranslator(translator);
  expect([t('common:product'), t('common:product')]).toEqual(['Mainstay', 'Mainstay']);
  expect(t('kit:table.sortBy', { column: 'month' })).toBe('Sort by month');
  expect(t('kit:table.sortBy', { column: 'vendor' })).toBe('Sort by vendor');
  expect(asked).toHaveBeenCalledTimes(3);
});

it('does not remember a word that is to come, and speaks anew when it is there', () => {
  const translator = createI18n('en', {}, { missed: () => true });
  const light = lightTranslator(translator);
  const before = light.t;
  expect(before('common:product')).toBe('');
  translator.addResourceBundle('en', 'common', english.common);
  expect(before('common:product')).toBe('Mainstay');
  translator.emit(WORDS_ADDED);
  expect(light.t).not.toBe(before);
  expect(light.getFixedT('en')).toBe(light.t);
  expect(light.t('common:product')).toBe('Mainstay');
});
