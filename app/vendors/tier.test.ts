import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { tierOf, tiers, tierTable } from './tier';
import { tierAnswers } from './tier-form';

describe('tier by the four questions', () => {
  it.each([
    [[3, 3, 3, 3], 'strategic'],
    [[3, 3, 3, 1], 'strategic'],
    [[3, 3, 2, 1], 'preferred'],
    [[2, 2, 2, 2], 'preferred'],
    [[2, 2, 2, 1], 'standard'],
    [[3, 1, 1, 1], 'standard'],
    [[2, 1, 1, 1], 'transactional'],
    [[1, 1, 1, 1], 'transactional'],
  ] as const)('%j is %s', ([spend, criticality, dataAccess, replaceability], tier) => {
    expect(tierOf({ spend, criticality, dataAccess, replaceability })).toBe(tier);
  });

  it('refuses an answer outside 1 to 3 and one that is missing, each at its question', () => {
    const read = readFields(tierAnswers, { spend: '4', criticality: '0', dataAccess: '2' });
    expect(read).toMatchObject({
      ok: false,
      fields: [
        { code: 'too_large', field: 'spend' },
        { code: 'too_small', field: 'criticality' },
        { code: 'required', field: 'replaceability' },
      ],
    });
  });

  it('asks more of a higher tier, never less', () => {
    const checks = tiers.map((tier) => tierTable[tier].checks);
    checks.slice(1).forEach((lower, index) => {
      expect(checks[index]).toEqual(expect.arrayContaining([...lower]));
    });
  });
});
