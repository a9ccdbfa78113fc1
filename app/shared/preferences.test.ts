import { expect, it } from 'vitest';
import { defaultPreferences, parsePreferences, writePreferences } from './preferences';

it('keeps what a reader chose and forgets what is default', () => {
  expect(writePreferences(defaultPreferences)).toBe('');
  const chosen = {
    scheme: 'dark',
    density: 'comfortable',
    columns: { vendors: ['-tier', '+code'] },
  } as const;
  const text = writePreferences({ ...chosen, columns: { vendors: ['-tier', '+code'] } });
  expect(parsePreferences(text)).toEqual(chosen);
});

it('stands any cookie', () => {
  expect(parsePreferences('scheme=pink&density=&%%%')).toEqual(defaultPreferences);
  expect(parsePreferences(null)).toEqual(defaultPreferences);
});
