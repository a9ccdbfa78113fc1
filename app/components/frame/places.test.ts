import { expect, it } from 'vitest';
import { permissionsOf, roles } from '~/auth/permission';
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

it.each([
  ['administrator', ['administration']],
  ['auditor', ['administration']],
  ['manager', ['jobs']],
  ['procurement', []],
] as const)('gives %s of administration what is open to them', (role, expected) => {
  const last = placesOf(role, permissionsOf(role)).map(({ key }) => key);
  expect(last.filter((key) => key === 'administration' || key === 'jobs')).toEqual(expected);
});

it.each(roles)('gives a %s at most eight places', (role) => {
  expect(placesOf(role, permissionsOf(role)).length).toBeLessThanOrEqual(8);
});
