import { describe, expect, it } from 'vitest';
import { answerDueOn, disputableUntil, planDueOn } from './case-deadlines';
import { FRIDAY } from '../../tests/cases/breach-case';

describe('times of a case', () => {
  it.each([
    ['ten working days for the plan', planDueOn(FRIDAY), '2024-01-26'],
    ['a weekend does not count', planDueOn('2024-01-13'), '2024-01-26'],
    ['ten working days for the answer', answerDueOn('2024-01-15'), '2024-01-29'],
    ['fourteen calendar days to dispute', disputableUntil(FRIDAY), '2024-01-26'],
  ])('%s', (_, day, expected) => {
    expect(day).toBe(expected);
  });
});
