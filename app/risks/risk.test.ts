import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { riskLevel, riskScore } from './risk';
import { riskFields } from './risk-fields';

const risk = {
  category: 'operational',
  title: 'Strike',
  likelihood: '4',
  impact: '3',
  residualLikelihood: '2',
  residualImpact: '3',
  reviewedOn: '2024-01-02',
};

describe('risk matrix', () => {
  it.each([
    [1, 1, 'low'],
    [5, 1, 'low'],
    [2, 3, 'medium'],
    [3, 3, 'medium'],
    [3, 4, 'high'],
    [4, 4, 'high'],
    [4, 5, 'critical'],
    [5, 5, 'critical'],
  ] as const)('%i × %i is %s', (likelihood, impact, level) => {
    expect(riskLevel(riskScore(likelihood, impact))).toBe(level);
  });

  it('refuses a treatment that makes the risk greater', () => {
    expect(readFields(riskFields, risk).ok).toBe(true);
    expect(readFields(riskFields, { ...risk, residualLikelihood: '5' })).toMatchObject({
      ok: false,
      reason: { code: 'residual_above_inherent', params: { score: 12 } },
    });
  });
});
