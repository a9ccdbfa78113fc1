import { expect, test } from 'vitest';
import { firm, FRANCE, INCUMBENT, LYON, PARIS } from '../../tests/casts/fallback-cast';
import { unitsCarried, volumeParts, type CarriedVolume } from './volume';

const other = firm(2, 'Other');
const part = (vendor = INCUMBENT, market = LYON, more: Partial<CarriedVolume> = {}) => ({
  vendor,
  market,
  carried: '100',
  sharePercent: '40',
  ...more,
});

test('units count where everyone who carries anything has them', () => {
  const parts = volumeParts([part(), part(other, PARIS, { carried: '300' })], INCUMBENT.id, LYON);
  expect(parts.map(({ volume, moving }) => [volume, moving])).toEqual([
    ['100', true],
    ['300', false],
  ]);
});

test('else the shares count, and who carries nothing is left out', () => {
  const carried = [
    part(),
    part(other, LYON, { carried: null, sharePercent: '60' }),
    part(other, PARIS, { carried: null, sharePercent: null }),
  ];
  expect(volumeParts(carried, INCUMBENT.id, null).map(({ volume }) => volume)).toEqual([
    '40',
    '60',
  ]);
});

test('what lies in the market asked for moves, of the service as a whole everything', () => {
  const own = [part(), part(INCUMBENT, PARIS)];
  expect(unitsCarried(own, INCUMBENT.id, LYON)).toBe('100');
  expect(unitsCarried(own, INCUMBENT.id, { id: FRANCE })).toBe('200');
  expect(unitsCarried(own, INCUMBENT.id, null)).toBe('200');
});

test('the volume is unknown where a part of it is, or where it is counted in a wider market', () => {
  expect(
    unitsCarried([part(), part(INCUMBENT, PARIS, { carried: null })], INCUMBENT.id, null),
  ).toBeNull();
  const wider = { ...LYON, id: FRANCE, ancestors: [3, 1] };
  expect(unitsCarried([part(INCUMBENT, wider)], INCUMBENT.id, LYON)).toBeNull();
});
