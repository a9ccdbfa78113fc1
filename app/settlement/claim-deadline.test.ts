import { expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { claimUntil, noClaimLimit } from './claim-deadline';

const period = periodOf(2023, 12);
const once = { period, firstOn: '2024-01-11', lastOn: '2024-01-11' };
const again = { ...once, lastOn: '2024-05-06' };

it.each([
  ['from the month’s end', { claimDays: 60, claimFrom: 'period_end' }, once, '2024-02-29'],
  ['from the calculation', { claimDays: 60, claimFrom: 'calculation' }, once, '2024-03-11'],
  [
    'what was evaluated again counts from then',
    { claimDays: 60, claimFrom: 'period_end' },
    again,
    '2024-07-05',
  ],
  ['no day at all', { claimDays: 0, claimFrom: 'calculation' }, once, '2024-01-11'],
  ['without a limit', noClaimLimit, once, null],
] as const)('%s', (_, terms, posted, until) => {
  expect(claimUntil(terms, posted)).toBe(until);
});
