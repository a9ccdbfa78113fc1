import { expect, it } from 'vitest';
import { placeOf, placesOf } from './places';

const procurement = placesOf('procurement', [
  'vendors.read',
  'contracts.read',
  'reports.read',
  'breaches.read',
]);
const vendor = placesOf('vendor', []);

it.each([
  ['/', 'desk', 'desk'],
  ['/actions/12', 'desk', 'desk'],
  ['/contracts/12', 'contracts', 'company'],
  ['/contracts/12/credits/2023-12', 'breaches', 'breaches'],
  ['/vendors/12/kpis/3', 'breaches', 'breaches'],
  ['/vendors/12', 'vendors', undefined],
  ['/contractsheet', undefined, undefined],
  ['/account', undefined, undefined],
])('%s lies in %s, for a vendor in %s', (path, inside, outside) => {
  expect(placeOf(path, procurement)?.key).toBe(inside);
  expect(placeOf(path, vendor)?.key).toBe(outside);
});
