import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFirmName, searchKeys } from './firm-name';
import { likestFirm, matchEntry, matchThresholds } from './name-match';

const entry = (name: string, aliases: string[] = [], countries: string[] = []) => ({
  name,
  aliases,
  countries,
});
const match = (name: string, listed: ReturnType<typeof entry>, country: string | null = null) =>
  matchEntry({ name, country }, listed);

/** Whether the index would lead from the one name to the other at all. */
function isFound(a: string, b: string): boolean {
  const keys = new Set(searchKeys(foldFirmName(a)));
  return searchKeys(foldFirmName(b)).some((key) => keys.has(key));
}

describe('names against a sanctions list', () => {
  it.each([
    ['Harbour Line Ltd', 'Harbour Line Limited', ['legal_form'], 100],
    ['Zażółć Spedycja sp. z o.o.', 'ZAZOLC SPEDYCJA', ['legal_form'], 100],
    ['Müller & Söhne GmbH', 'Muller Sohne', ['legal_form'], 100],
    ['Северный Ветер ООО', 'Severnyy Veter', ['transliterated'], 90],
    ['Ελληνική Ναυτιλία ΑΕ', 'Elliniki Nautilia', ['transliterated'], 90],
    ['深圳市蓝鲸物流有限公司', 'Shenzhen Shi Lanjing Wuliu', ['transliterated'], 95],
    ['Trading Volga Star', 'Volga Star Trading', ['word_order'], 100],
    ['Volga Starr Trading', 'Volga Star Trading', ['spelling'], 88],
    ['Blue Whale Shipping', 'BlueWhale Shipping', ['joined'], 100],
    ['Mohammed Al Rashid Trading', 'Muhammad Al-Rashid Trading Co.', ['spelling'], 84],
  ] as const)('takes “%s” for “%s”', (name, listed, reasons, least) => {
    const found = match(name, entry(listed));
    expect(found.reasons).toEqual(expect.arrayContaining([...reasons]));
    expect(found.score).toBeGreaterThanOrEqual(least);
    expect(isFound(name, listed)).toBe(true);
  });

  it.each([
    ['Harbour Line', 'Brittle Freight'],
    ['Global Trading Company Ltd', 'Global Shipping Company Ltd'],
    ['Pacific Air Services', 'Atlantic Air Services'],
    ['International Logistics Group', 'General Logistics Holding'],
    ['Southwest Airlines', 'Northwest Airlines'],
    ['Delta Air Lines', 'Alpha Air Lines'],
  ])('does not take “%s” for “%s”', (name, listed) => {
    expect(match(name, entry(listed)).score).toBeLessThan(matchThresholds.hit);
  });

  it('says which alias it was, and what the country adds or takes', () => {
    const listed = entry('Object 17', ['Volga Star Trading'], ['RU']);
    expect(match('Volga Star Trading', listed, 'RU')).toEqual({
      score: 100,
      matched: 'Volga Star Trading',
      reasons: ['exact', 'alias', 'country_same'],
    });
    const other = match('Volga Star Trading', listed, 'FR');
    expect(other).toMatchObject({ score: 96, reasons: ['exact', 'alias', 'country_other'] });
    expect(match('Volga Star Trading', entry('Volga Star Trading')).reasons).toEqual(['exact']);
  });

  it('gives every name 100 against itself, whatever its case and order of words, and keys to find it by', () => {
    const word = fc.stringMatching(/^[a-zéüñ]{3,10}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), (words) => {
        const name = words.join(' ');
        const turned = [...words].reverse().join(' ').toUpperCase();
        expect(match(name, entry(name)).score).toBe(100);
        expect(match(turned, entry(name)).score).toBe(100);
        expect(isFound(name, turned)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same from either side and between 0 and 100', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        const [there, back] = [match(a, entry(b)).score, match(b, entry(a)).score];
        expect(there).toBe(back);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(100);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the firm that a new name may stand for', () => {
  const firm = (name: string, country: string | null = null, aliases: string[] = []) => ({
    name,
    country,
    aliases,
  });
  const register = [
    firm('American Airlines', 'US'),
    firm('Delta Air Lines Network', 'US'),
    firm('Harbour Line', 'FR', ['Port Carriers SA']),
    firm('上海新航物流有限公司', 'CN'),
  ];
  const likest = (name: string, country: string | null = null) =>
    likestFirm({ name, country }, register)?.name ?? null;

  it.each([
    ['Delta Air Lines Network', 'Delta Air Lines Network'],
    ['DELTA Airlines Network, Inc.', 'Delta Air Lines Network'],
    ['Port Carriers', 'Harbour Line'],
    ['上海新航物流', '上海新航物流有限公司'],
    ['Harbor Line', 'Harbour Line'],
  ])('takes %s for %s', (name, known) => {
    expect(likest(name)).toBe(known);
  });

  it('asks about the same name in another country too, and not about other firms', () => {
    expect(likest('Harbour Line', 'DE')).toBe('Harbour Line');
    expect(likest('United Airlines')).toBeNull();
    expect(likest('Polar Line')).toBeNull();
    expect(likestFirm({ name: 'Delta', country: null }, [])).toBeNull();
  });
});
