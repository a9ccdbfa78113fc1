import { describe, expect, it } from 'vitest';
import { periodOf } from '~/shared/period';
import { noSettlementTerms } from '~/contracts/settlement-terms';
import { claimUntil } from './claim-deadline';

const period = periodOf(2023, 12);
const once = { period, firstOn: '2024-01-11', lastOn: '2024-01-11' };
const again = { ...once, lastOn: '2024-05-06' };

const sixty = { claimDays: 60, claimCount: 'calendar_days' } as const;

it.each([
  ['from the month’s end', { ...sixty, claimFrom: 'period_end' }, once, '2024-02-29'],
  ['from the calculation', { ...sixty, claimFrom: 'calculation' }, once, '2024-03-11'],
  [
    'what was evaluated again counts from then',
    { ...sixty, claimFrom: 'period_end' },
    again,
    '2024-07-05',
  ],
  ['no day at all', { ...sixty, claimDays: 0, claimFrom: 'calculation' }, once, '2024-01-11'],
  ['without a limit', noSettlementTerms, once, null],
] as const)('%s', (_, terms, posted, until) => {
  expect(claimUntil(terms, posted)).toBe(until);
});

describe('by the business calendar', () => {
  // 31 days after 30 November 2023 is Sunday 31 December.
  const thirty = { claimDays: 31, claimFrom: 'period_end' } as const;
  const november = { period: periodOf(2023, 11), firstOn: '2023-12-11', lastOn: '2023-12-11' };
  const german = ['2023-12-25', '2023-12-26', '2024-01-01'];

  it.each([
    ['calendar_days', [], '2023-12-31'],
    ['calendar_days', german, '2023-12-31'],
    ['next_business_day', [], '2024-01-01'],
    ['next_business_day', german, '2024-01-02'],
    ['business_days', [], '2024-01-12'],
    ['business_days', german, '2024-01-17'],
  ] as const)('%s with holidays %j: until %s', (claimCount, holidays, until) => {
    expect(claimUntil({ ...thirty, claimCount }, november, holidays)).toBe(until);
  });
});
