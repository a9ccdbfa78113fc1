import { expect, it } from 'vitest';
import { words as all } from './en';
import { words as outside } from './en/outside';
import { words as reporting } from './en/reporting';
import { wordSetOf } from './word-set';

it.each([
  ['/reports/new', false, 'reporting'],
  ['/reports', false, 'reporting'],
  ['/reportsx', false, 'all'],
  ['/', false, 'outside'],
  ['/breaches', false, 'outside'],
  ['/breaches/7/reply', false, 'outside'],
  ['/company/profile', false, 'all'],
  ['/checks', false, 'all'],
  ['/reports/new', true, 'all'],
] as const)('%s is said in the words that it needs', (path, isInside, set) => {
  expect(wordSetOf(path, isInside)).toBe(set);
});

it('has each set within the next one', () => {
  expect(outside).toMatchObject(reporting);
  expect(all).toMatchObject(outside);
});
