import { describe, expect, it } from 'vitest';
import { type CaseEvaluation, verification } from './case-verification';
import { month, facts, passed } from '../../tests/cases/breach-case';

describe('verification', () => {
  const row = (from: string, ...outcomes: CaseEvaluation['outcome'][]): CaseEvaluation[] =>
    outcomes.map((outcome, index) => ({ period: month(from) + index, outcome }));

  it.each([
    ['nothing yet', [], 0],
    ['two', row('2024-01', 'met', 'at_risk'), 2],
    ['three', row('2024-01', 'met', 'at_risk', 'met'), 3],
    [
      'a gap does not break the row',
      row('2024-01', 'met', 'no_data', 'excused', 'met', 'pending', 'met'),
      3,
    ],
    ['a failure begins it anew', row('2024-01', 'met', 'met', 'breached', 'met'), 1],
    ['months before it began do not count', row('2023-11', 'met', 'met', 'met'), 1],
    ['whatever their order', [...row('2024-01', 'breached', 'met', 'met')].reverse(), 2],
  ])('%s', (_, evaluations, expected) => {
    expect(verification(facts, evaluations)).toEqual({ passed: expected, needed: 3 });
  });

  it('counts only after the last failure', () => {
    const later = { ...facts, lastPeriod: month('2024-02') };
    expect(verification(later, row('2024-01', 'met', 'met', 'met', 'met')).passed).toBe(2);
  });

  it('has not begun before somebody says so', () => {
    expect(verification({ ...facts, verifyingSince: null }, passed).passed).toBe(0);
  });
});
