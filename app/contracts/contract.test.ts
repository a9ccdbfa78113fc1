import { describe, expect, it } from 'vitest';
import { lastDayInForce, standingOn, type ContractLife } from './contract';

const contract: ContractLife = {
  state: 'active',
  startsOn: '2023-01-01',
  endsOn: '2023-12-31',
  terminatedOn: null,
  renewal: 'none',
};

describe('standing of a contract', () => {
  it.each<[string, Partial<ContractLife>, string]>([
    ['2022-12-31', {}, 'upcoming'],
    ['2023-01-01', {}, 'in_force'],
    ['2023-12-31', {}, 'in_force'],
    ['2024-01-01', {}, 'ended'],
    ['2024-01-01', { endsOn: null }, 'in_force'],
    ['2024-01-01', { renewal: 'tacit' }, 'in_force'],
    ['2024-01-01', { renewal: 'express' }, 'ended'],
    ['2023-06-01', { state: 'draft' }, 'draft'],
    ['2023-06-30', { state: 'terminated', terminatedOn: '2023-06-30' }, 'in_force'],
    ['2023-07-01', { state: 'terminated', terminatedOn: '2023-06-30' }, 'terminated'],
    [
      '2024-07-01',
      { state: 'terminated', terminatedOn: '2024-06-30', renewal: 'tacit' },
      'terminated',
    ],
  ])('on %s with %j: %s', (day, change, standing) => {
    expect(standingOn({ ...contract, ...change }, day)).toBe(standing);
  });

  it('ends on the day of its termination, under tacit renewal not before', () => {
    expect(lastDayInForce(contract)).toBe('2023-12-31');
    expect(lastDayInForce({ ...contract, renewal: 'tacit' })).toBeNull();
    expect(lastDayInForce({ ...contract, renewal: 'tacit', terminatedOn: '2025-03-31' })).toBe(
      '2025-03-31',
    );
  });
});
