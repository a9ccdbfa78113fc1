import { expect, test } from 'vitest';
import { isSettled, type DecidedScope } from './settled';

const scope = { vendorId: 1, serviceId: 2, marketId: 3 };
const decided = (more: Partial<DecidedScope>): DecidedScope[] => [
  { ...scope, decidedOn: '2024-01-12', switchRuns: false, switchedOn: null, ...more },
];

test.each([
  ['known before the decision', '2024-01-11', {}, true],
  ['known on the day of the decision', '2024-01-12', {}, false],
  ['known later', '2024-01-13', {}, false],
  ['known while the switch runs', '2024-02-01', { switchRuns: true }, true],
  [
    'known by the day on which the switch was done',
    '2024-02-01',
    { switchedOn: '2024-02-01' },
    true,
  ],
  ['known after the switch was done', '2024-02-02', { switchedOn: '2024-02-01' }, false],
  ['of another market', '2024-01-11', { marketId: 4 }, false],
  ['of the service as a whole', '2024-01-11', { marketId: null }, false],
  ['of another vendor', '2024-01-11', { vendorId: 9 }, false],
])('a cause %s', (_, knownOn, more, settled) => {
  expect(isSettled(scope, knownOn, decided(more))).toBe(settled);
});
