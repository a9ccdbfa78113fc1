import { describe, expect, it } from 'vitest';
import { type CreditFacts, creditSteps } from './credit-steps';

const facts: CreditFacts = {
  working: {
    method: 'tiered',
    fee: 10_000_000,
    percent: '10',
    percentagePoints: null,
    pool: null,
    contractPoints: null,
  },
  method: 'tiered',
  points: '4',
  credit: 1_000_000,
  capped: 1_000_000,
  issued: 1_000_000,
  contract: { capPercent: null, minimum: null },
  month: { gross: 1_000_000, capped: 1_000_000 },
};
const working = facts.working!;

describe('how a credit came about', () => {
  it('by band: fee times percent', () => {
    expect(creditSteps(facts)).toEqual([
      { kind: 'tiered', fee: 10_000_000, percent: '10', amount: 1_000_000 },
      { kind: 'issued', amount: 1_000_000 },
    ]);
  });

  it('by points: the contract’s points give one amount, of which this breach has its share', () => {
    const shared = creditSteps({
      ...facts,
      method: 'points',
      working: {
        ...working,
        method: 'points',
        percent: '4',
        contractPoints: { points: '16', amount: 400_000 },
      },
      credit: 100_000,
      capped: 100_000,
      issued: 100_000,
    });
    expect(shared.map(({ kind }) => kind)).toEqual(['points', 'pointsShare', 'issued']);
    expect(shared[1]).toEqual({ kind: 'pointsShare', own: '4', points: '16', amount: 100_000 });
  });

  it('from the pool, and by shortfall', () => {
    const pool = { atRiskPercent: '10', poolPercent: '50', allocationPercent: '40' };
    expect(creditSteps({ ...facts, working: { ...working, percent: null, pool } })[0]).toEqual({
      kind: 'pool',
      fee: 10_000_000,
      atRisk: '10',
      pool: '50',
      allocation: '40',
      amount: 1_000_000,
    });
    const missed = { ...working, percent: null, percentagePoints: '23' };
    expect(creditSteps({ ...facts, working: missed })[0]).toMatchObject({
      kind: 'shortfall',
      points: '23',
    });
  });

  it('under a cap says whether it was reached', () => {
    const contract = { capPercent: '6', minimum: null };
    const within = creditSteps({ ...facts, contract, month: { gross: 500_000, capped: 500_000 } });
    expect(within[1]).toMatchObject({ kind: 'withinCap', cap: 600_000, gross: 500_000 });
    const beyond = creditSteps({
      ...facts,
      contract,
      capped: 300_000,
      issued: 300_000,
      month: { gross: 2_000_000, capped: 600_000 },
    });
    expect(beyond[1]).toEqual({
      kind: 'capped',
      percent: '6',
      cap: 600_000,
      gross: 2_000_000,
      amount: 300_000,
    });
  });

  it('below the minimum is not issued', () => {
    const small = creditSteps({
      ...facts,
      capped: 90,
      issued: 0,
      contract: { capPercent: null, minimum: 100 },
      month: { gross: 90, capped: 90 },
    });
    expect(small.slice(1)).toEqual([
      { kind: 'belowMinimum', minimum: 100, total: 90, amount: 0 },
      { kind: 'issued', amount: 0 },
    ]);
  });

  it('says so where there is none', () => {
    expect(creditSteps({ ...facts, method: 'none' })).toEqual([{ kind: 'none' }]);
    expect(creditSteps({ ...facts, working: null })).toEqual([{ kind: 'none' }]);
    expect(creditSteps({ ...facts, working: { ...working, fee: 0 } })).toEqual([{ kind: 'noFee' }]);
  });
});
