import { describe, expect, it } from 'vitest';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { keptList, keptListText } from './kept-list';

describe('a list that a reason keeps', () => {
  it('is said as the reader’s language lists things', () => {
    const kept = keptList(['CANCEL_PCT', 'OTD_PCT']);
    expect(keptListText(kept, 'en')).toBe('CANCEL_PCT, OTD_PCT');
    expect(keptListText(kept, 'zh-CN')).toBe('CANCEL_PCT、OTD_PCT');
  });

  it.each([
    ['errors:kpi_unknown', 'known'],
    ['errors:column_unknown', 'columns'],
    ['errors:not_one_of', 'allowed'],
    ['errors:clauses_missing', 'clauses'],
    ['findings:code.kpi_unknown', 'known'],
    ['api:query.unknown', 'allowed'],
  ])('is said so in %s', (key, name) => {
    const said = languages.map((language) =>
      translate(language)(key, { [name]: keptList(['A', 'B']), defaultValue: '' }),
    );
    expect(said[0]).toContain('A, B');
    expect(said[1]).toContain('A、B');
    expect(said[1]).not.toContain('A, B');
  });
});
