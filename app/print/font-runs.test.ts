import { expect, it } from 'vitest';
import { fontRuns } from './font-runs';

const has = (font: string, codePoint: number) =>
  font === 'main'
    ? codePoint < 0x100 || (codePoint > 0x3000 && codePoint < 0xa000)
    : font === 'cyrillic' && codePoint > 0x400 && codePoint < 0x500;

it('keeps one run where one font has every letter', () => {
  expect(fontRuns('结算单 2023', has)).toEqual([{ text: '结算单 2023', font: 'main' }]);
});

it('takes letters from the font that has them', () => {
  expect(fontRuns('王岚 Привет', has)).toEqual([
    { text: '王岚 ', font: 'main' },
    { text: 'Привет', font: 'cyrillic' },
  ]);
});

it('leaves accents out rather than the letter, and marks what no font has', () => {
  expect(fontRuns('Łódź Şirketi ☃', has)).toEqual([{ text: 'Lódz Sirketi ?', font: 'main' }]);
});
