import { describe, expect, it } from 'vitest';
import { exposureOf, isTestRecent, preparationGaps, type Provider, readinessOf } from './readiness';
import { AS_OF, firm } from '../../tests/casts/fallback-cast';

const ready = {
  standbySignedOn: '2023-03-01',
  switchTestedOn: '2023-11-20',
  integratedOn: '2023-04-15',
};
const none = { standbySignedOn: null, switchTestedOn: null, integratedOn: null };
const a = firm(1, 'A', { country: 'FR' });
const b = firm(2, 'B', { country: 'DE' });
const c = firm(3, 'C', { country: 'ES' });

function provider(vendor: Provider['vendor'], more: Partial<Provider> = {}): Provider {
  return { vendor, sharePercent: null, standbyOrder: null, ...none, ...more };
}

describe('a switch test', () => {
  it.each([
    ['2023-01-12', true],
    ['2023-01-11', false],
    [AS_OF, true],
    ['2024-01-13', false],
    [null, false],
  ])('of %s counts: %s', (testedOn, expected) => {
    expect(isTestRecent(testedOn, AS_OF)).toBe(expected);
  });

  it('on the last of February counts to the last of the next', () => {
    expect(isTestRecent('2023-02-28', '2024-02-29')).toBe(true);
  });
});

describe('what a standby lacks', () => {
  it.each([
    ['nothing', ready, []],
    ['everything', none, ['standby_unsigned', 'not_integrated', 'never_tested']],
    ['a recent test', { ...ready, switchTestedOn: '2022-12-01' }, ['test_too_old']],
    ['a test that is only planned', { ...ready, switchTestedOn: '2024-02-01' }, ['never_tested']],
    [
      'a contract that begins later',
      { ...ready, standbySignedOn: '2024-02-01' },
      ['standby_unsigned'],
    ],
  ])('%s', (_, done, expected) => {
    expect(preparationGaps(done, AS_OF)).toEqual(expected);
  });
});

describe('readiness of a service in a market', () => {
  it('names the primary, who else carries volume, and the standbys in order', () => {
    const second = provider(b, { standbyOrder: 2, ...ready, switchTestedOn: '2022-05-01' });
    const first = provider(c, { standbyOrder: 1, ...ready, sharePercent: '30' });
    const readiness = readinessOf([second, provider(a, { sharePercent: '70' }), first], AS_OF);
    expect(readiness.primary?.vendor).toBe(a);
    expect(readiness.alsoCarrying.map(({ vendor }) => vendor)).toEqual([c]);
    expect(readiness.standbys.map(({ vendor, gaps }) => [vendor, gaps])).toEqual([
      [c, []],
      [b, ['test_too_old']],
    ]);
    expect(readiness.lastTestOn).toBe('2023-11-20');
    expect([readiness.gaps, readiness.exposure]).toEqual([[], null]);
  });

  it('one provider and no standby is exposed', () => {
    const readiness = readinessOf([provider(a, { sharePercent: '100' }), provider(b)], AS_OF);
    expect([readiness.gaps, readiness.exposure]).toEqual([['no_standby'], 'single_provider']);
    expect(readiness.lastTestOn).toBeNull();
  });

  it('a market without anybody says so', () => {
    expect(readinessOf([], AS_OF)).toMatchObject({
      primary: null,
      gaps: ['no_primary', 'no_standby'],
      exposure: 'no_provider',
    });
  });

  it('a share of 0 carries nothing', () => {
    const readiness = readinessOf([provider(a, { sharePercent: '0', standbyOrder: 1 })], AS_OF);
    expect([readiness.primary, readiness.gaps]).toEqual([null, ['no_primary']]);
  });
});

describe('exposure', () => {
  const french = firm(4, 'D', { country: 'FR' });
  const sister = firm(5, 'E', { country: 'DE', groupId: 1 });
  const cousin = firm(6, 'F', { country: 'ES', groupId: 1 });
  const unknown = firm(7, 'G', { country: null });
  const unknownToo = firm(8, 'H', { country: null });
  it.each([
    ['two of different groups and countries', [a, b], null],
    ['two of one country', [a, french], 'same_country'],
    ['two of one group', [a, sister], 'same_group'],
    ['three of one group', [a, sister, cousin], 'same_group'],
    ['three of one country', [a, french, firm(9, 'I', { country: 'FR' })], null],
    ['two of unknown country', [unknown, unknownToo], null],
    ['the same one twice', [a, a], 'single_provider'],
  ])('%s', (_, vendors, expected) => {
    expect(exposureOf(vendors)).toBe(expected);
  });
});
