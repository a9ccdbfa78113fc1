import { expect, test } from 'vitest';
import { goesOn, type ContractSpan } from './contract-end';

const END = '2024-03-31';
const scope = { serviceId: 7, marketId: 3 };
const other = (more: Partial<ContractSpan>): ContractSpan => ({
  startsOn: '2024-04-01',
  lastDay: '2025-03-31',
  scopes: [scope],
  ...more,
});

test.each([
  ['begins the day after', {}, true],
  ['begins a day too late', { startsOn: '2024-04-02' }, false],
  ['has no end', { lastDay: null }, true],
  ['ends on the same day', { lastDay: END }, false],
  ['covers the service everywhere', { scopes: [{ serviceId: 7, marketId: null }] }, true],
  ['covers another market', { scopes: [{ serviceId: 7, marketId: 4 }] }, false],
  ['covers another service', { scopes: [{ serviceId: 8, marketId: 3 }] }, false],
  ['names no service', { scopes: [] }, true],
])('a contract that %s', (_, more, follows) => {
  expect(goesOn(other(more), scope, END)).toBe(follows);
});

test('only a contract for everything follows one for everything', () => {
  expect(goesOn(other({}), null, END)).toBe(false);
  expect(goesOn(other({ scopes: [] }), null, END)).toBe(true);
});
