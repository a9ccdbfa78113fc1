import { describe, expect, it } from 'vitest';
import { translate } from '~/locales/i18n.server';
import type { Locale } from '~/shared/format';
import { fieldOf, saidValue, vocabularies } from './field-value';
import { idKey } from './id-field';

const reading = (locale: Locale) => ({
  ...{ t: translate(locale), locale, timeZone: 'America/New_York' },
});
const names = new Map([[idKey('vendors', '7'), { name: 'Harbour Line', href: '/vendors/7' }]]);
const said = (kept: string, path: string, entity = 'case', locale: Locale = 'en') =>
  saidValue(kept, { entity, path, currency: 'USD' }, reading(locale), names);

describe('a value of the audit trail', () => {
  it('is said as its reader writes days, instants and months', () => {
    expect(said('2024-01-12T13:30:00.000Z', 'now').text).toBe('12\u00a0Jan\u00a02024, 08:30');
    expect(said('2023-09-10', 'dueOn', 'case', 'zh-CN').text).toBe('2023年9月10日');
    expect(said('2023-12, 2023-11', 'opened').text).toBe('Dec\u00a02023, Nov\u00a02023');
  });

  it('is a word where it is one of a closed list of its kind of record', () => {
    expect(said('verifying', 'state').text).toBe('Verifying');
    expect(said('vendor', 'role', 'person').text).toBe('Vendor');
    expect(said('escalation', 'role', 'contact').text).toBe('Escalation');
    expect(said('incident', 'cause', 'scoring', 'zh-CN').text).not.toBe('incident');
    expect(said('minor', 'term.bands.0.severity', 'term').text).toBe('Minor');
    expect(said('zh-CN', 'locale', 'person').text).toBe('简体中文');
    expect(said('false', 'internal').text).toBe('No');
    expect(said('575000', 'moves.0.amount', 'credit').text).toBe('USD\u00a05,750.00');
  });

  it('names the record whose id it is, and leads there', () => {
    expect(said('7', 'vendorId')).toEqual({ text: 'Harbour Line', href: '/vendors/7' });
    expect(said('8', 'vendorId')).toEqual({ text: '8', href: null });
  });

  it('stays as somebody wrote it, with its commas and numbers that look like days', () => {
    const name = 'Ningbo Bright Trading Co., Ltd';
    expect(said(name, 'name', 'vendor', 'zh-CN').text).toBe(name);
    expect(said('Since 1 May, as agreed', 'other', 'case', 'zh-CN').text).toBe(
      'Since 1 May, as agreed',
    );
    expect(said('2024-05', 'number', 'contract').text).toBe('2024-05');
    expect(said('4500-17-02', 'other').text).toBe('4500-17-02');
  });

  it('stays as it was kept where nothing says more', () => {
    expect(said('9.5', 'term.target', 'term').text).toBe('9.5');
    expect(said('not such a state', 'state').text).toBe('not such a state');
  });

  it('finds the field of a path past the places in lists', () => {
    expect(fieldOf('term.bands.0.severity')).toBe('severity');
    expect(fieldOf('causes.0')).toBe('causes');
  });
});

it('takes every vocabulary from where the words stand', () => {
  const t = translate('en');
  for (const [field, key] of Object.entries(vocabularies)) {
    const words: unknown = t(key as 'common:role', { returnObjects: true });
    expect(typeof words, `${field}: ${key}`).toBe('object');
  }
});
