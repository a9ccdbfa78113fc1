import { describe, expect, it } from 'vitest';
import { type Cause, joinCause } from './cause';
import { month } from '../../tests/casts/fallback-cast';

const on = '2024-01-12';
const breach: Cause = {
  kind: 'critical_breach',
  on,
  breachId: 1,
  kpiCode: 'OTD_PCT',
  period: month('2023-12'),
};
const trigger: Cause = { ...breach, kind: 'repeat_trigger', trigger: 'consecutive' };
const contract: Cause = {
  kind: 'contract_ending',
  on,
  contractId: 1,
  contractNumber: 'C-1',
  endsOn: '2024-03-31',
};
const risk: Cause = { kind: 'critical_risk', on, riskId: 1, title: 'Strike', score: 20 };
const asked: Cause = { kind: 'on_demand', on, personId: 1, personName: 'Ada' };

describe('a later cause', () => {
  it.each([breach, trigger, contract, risk, asked])('of $kind joins once', (cause) => {
    expect(joinCause([], cause)).toEqual([cause]);
    expect(joinCause([cause], cause)).toEqual([cause]);
  });

  it.each<[string, Cause, Cause]>([
    ['another breach', breach, { ...breach, breachId: 2 }],
    ['a trigger of the same breach', breach, trigger],
    ['the other trigger of it', trigger, { ...trigger, trigger: 'n_of_m' }],
    ['a contract with a new end', contract, { ...contract, endsOn: '2025-03-31' }],
    ['another risk', risk, { ...risk, riskId: 2 }],
    ['another person who asks', asked, { ...asked, personId: 2 }],
    ['the same person on another day', asked, { ...asked, on: '2024-01-13' }],
  ])('%s is one of its own', (_, first, second) => {
    expect(joinCause([first], second)).toEqual([first, second]);
  });

  it('the same breach seen again on a later day is the same cause', () => {
    expect(joinCause([breach], { ...breach, on: '2024-02-01' })).toEqual([breach]);
  });
});
