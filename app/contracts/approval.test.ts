import { describe, expect, it } from 'vitest';
import { approvalMissing, approvalNeed, mayApprove, type ApprovalStep } from './approval';

const thresholds = { oneBelow: 10_000, managerFrom: 250_000 };
const one = { people: 1, manager: false };
const two = { people: 2, manager: false };
const withManager = { people: 2, manager: true };

const step = (kind: ApprovalStep['step'], personId: number, role = 'procurement') => ({
  ...{ step: kind, personId, role },
});

describe('who approves a contract', () => {
  it.each([
    [9_999, 'standard', one],
    [9_999, null, one],
    [10_000, 'standard', two],
    [9_999, 'preferred', two],
    [9_999, 'strategic', withManager],
    [249_999, 'transactional', two],
    [250_000, 'transactional', withManager],
    [null, 'standard', withManager],
  ] as const)('of %s a year with a %s vendor: %j', (yearly, tier, need) => {
    expect(approvalNeed(yearly, tier, thresholds)).toEqual(need);
  });

  it('is never who submitted it, and nobody twice', () => {
    const steps = [step('submitted', 1), step('approved', 2)];
    expect(mayApprove(steps, 1)).toMatchObject({ reason: { code: 'approval_own' } });
    expect(mayApprove(steps, 2)).toMatchObject({ reason: { code: 'approval_twice' } });
    expect(mayApprove(steps, 3)).toMatchObject({ ok: true });
    // Returned and submitted anew by somebody else, everything counts from there.
    const anew = [...steps, step('returned', 3), step('submitted', 3)];
    expect(mayApprove(anew, 2)).toMatchObject({ ok: true });
    expect(mayApprove(anew, 1)).toMatchObject({ ok: true });
    expect(mayApprove(anew, 3)).toMatchObject({ ok: false });
  });

  it('is enough when the people are, and a manager among them where one is needed', () => {
    const [a, b, manager] = [
      step('approved', 2),
      step('approved', 3),
      step('approved', 4, 'manager'),
    ];
    expect(approvalMissing(withManager, [])).toEqual({ people: 2, manager: true });
    expect(approvalMissing(withManager, [a, b])).toEqual({ people: 1, manager: true });
    expect(approvalMissing(withManager, [a, manager])).toEqual({ people: 0, manager: false });
    expect(approvalMissing(one, [a])).toEqual({ people: 0, manager: false });
  });
});
