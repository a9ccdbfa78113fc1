import { expect, it } from 'vitest';
import { packValueText } from '~/packs/say-words';
import { sayFinding } from '~/kpi/finding-words.server';
import { translate } from './i18n.server';
import { unitsWithWords, unitText } from './unit-text';

const chinese = translate('zh-CN');

it('is said in the reader’s words, and as it was entered where there are none', () => {
  expect(unitText(chinese, 'min')).toBe('分钟');
  expect(unitText(translate('en'), 'min')).toBe('min');
  for (const unit of ['%', 'grapheme', 'km/h', 'a.b:c']) expect(unitText(chinese, unit)).toBe(unit);
  for (const unit of unitsWithWords) expect(unitText(chinese, unit)).toMatch(/^\p{Script=Han}+$/u);
});

it('is so in papers and findings too', () => {
  const value = { kind: 'measure', value: '1234', unit: 'count' } as const;
  expect(packValueText(value, { t: chinese, locale: 'zh-CN' })).toBe('1,234');
  const said = sayFinding(chinese)('code.below_minimum', { value: '-3', limit: '0', unit: 'min' });
  expect(said).toContain('0 分钟');
});
