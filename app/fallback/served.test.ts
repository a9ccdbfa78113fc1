import { expect, test } from 'vitest';
import { feltScopes } from './served';

const [WORLD, FRANCE, PARIS, CHINA] = [1, 3, 5, 9];
const above = new Map([
  [FRANCE, [WORLD]],
  [PARIS, [FRANCE, WORLD]],
  [CHINA, [WORLD]],
]);
const ancestorsOf = (market: number) => above.get(market) ?? [];
const offers = (id: number, sharePercent: string | null = '20') => ({
  serviceId: 7,
  market: { id, ancestors: ancestorsOf(id) },
  sharePercent,
});
const asks = (marketId: number | null) => ({ vendorId: 1, serviceId: 7, marketId });

test.each([
  ['where it offers', offers(PARIS), PARIS],
  ['within what it offers', offers(FRANCE), PARIS],
  ['around what it offers', offers(PARIS), FRANCE],
  ['where its share is not known', offers(PARIS, null), PARIS],
])('a failure is felt %s', (_, offered, market) => {
  expect(feltScopes([asks(market)], [offered], ancestorsOf)).toEqual([asks(market)]);
});

test('markets that it does not serve are left out', () => {
  const scopes = [asks(PARIS), asks(CHINA)];
  expect(feltScopes(scopes, [offers(FRANCE)], ancestorsOf)).toEqual([asks(PARIS)]);
});

test('where none is left, the service as a whole is asked about', () => {
  expect(feltScopes([asks(CHINA)], [offers(FRANCE)], ancestorsOf)).toEqual([asks(null)]);
});

test('nobody misses a vendor that carries nothing', () => {
  expect(feltScopes([asks(PARIS)], [offers(PARIS, '0')], ancestorsOf)).toEqual([]);
});
