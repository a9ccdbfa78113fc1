import { describe, expect, it } from 'vitest';
import { actionsOpenTo, isOpenTo, afterMoves, moveCredit, nothing } from './credit-line';
import { line, manager, another, vendor, procurement, clock } from '../../tests/cases/credit-steps';

describe('who moves a credit', () => {
  it.each([
    ['a manager claims', { calculated: 5 }, 'claim', manager, { claimed: 5 }],
    [
      'on the last day',
      { calculated: 5 },
      'claim',
      { ...manager, asOf: '2024-01-31' },
      { claimed: 5 },
    ],
    ['the vendor accepts', { claimed: 5 }, 'accept', vendor, { accepted: 5 }],
    ['or disputes', { claimed: 5 }, 'dispute', { ...vendor, text: 'Storm' }, { disputed: 5 }],
    ['another manager upholds', { disputed: 5 }, 'uphold_dispute', another, { waived: 5 }],
    ['or rejects', { disputed: 5 }, 'reject_dispute', another, { accepted: 5 }],
    [
      'a manager waives all that is open',
      { calculated: 2, claimed: 3 },
      'waive',
      another,
      { waived: 5 },
    ],
    [
      'procurement applies',
      { accepted: 5 },
      'apply',
      { ...procurement, text: 'INV-7' },
      { applied: 5 },
    ],
    ['the clock lets it expire', { calculated: 5 }, 'expire', clock, { expired: 5 }],
    [
      'a difference alone',
      { calculated: 2, applied: 3 },
      'claim',
      manager,
      { claimed: 2, applied: 3 },
    ],
  ] as const)('%s', (_, balances, action, step, after) => {
    const before = line(balances);
    const moved = moveCredit(before, action, step);
    expect(moved.ok && afterMoves(before.balances, moved.value)).toEqual({ ...nothing, ...after });
  });

  it.each([
    ['the vendor does not claim', { calculated: 5 }, 'claim', vendor, 'credit_not_yours'],
    ['a manager does not accept for it', { claimed: 5 }, 'accept', manager, 'credit_not_yours'],
    ['nothing is there', { applied: 5 }, 'claim', manager, 'credit_nothing_to_move'],
    ['too late', { calculated: 5 }, 'claim', { ...manager, asOf: '2024-02-01' }, 'claim_too_late'],
    [
      'not over yet',
      { calculated: 5 },
      'expire',
      { ...clock, asOf: '2024-01-31' },
      'claim_not_over',
    ],
    ['without a reason', { claimed: 5 }, 'dispute', { ...vendor, text: ' ' }, 'required'],
    ['without an invoice', { accepted: 5 }, 'apply', procurement, 'required'],
    [
      'by whoever claimed',
      { disputed: 5 },
      'reject_dispute',
      { ...another, personId: 1 },
      'credit_needs_another',
    ],
  ] as const)('refused: %s', (_, balances, action, step, code) => {
    const moved = moveCredit(line(balances), action, step);
    expect(moved.ok ? null : moved.reason.code).toBe(code);
  });

  it('offers what works', () => {
    expect(actionsOpenTo(line({ calculated: 5 }), manager)).toEqual(['claim', 'waive']);
    expect(actionsOpenTo(line({ claimed: 5 }), vendor)).toEqual(['accept', 'dispute']);
    expect(actionsOpenTo(line({ disputed: 5 }), manager)).toEqual([]);
  });

  it.each([
    ['what is calculated can be claimed', { calculated: 5 }, 'claim', '2024-01-31', true],
    ['not after its last day', { calculated: 5 }, 'claim', '2024-02-01', false],
    ['not again', { claimed: 5 }, 'claim', '2024-01-31', false],
    ['what is claimed can be accepted', { claimed: 5 }, 'accept', '2024-02-01', true],
    ['not before', { calculated: 5 }, 'accept', '2024-01-31', false],
    ['not once it is paid', { applied: 5 }, 'accept', '2024-01-31', false],
  ] as const)('in a list: %s', (_, balances, action, day, expected) => {
    const listed = { ...nothing, ...balances, claimUntil: '2024-01-31' };
    expect(isOpenTo(listed, action, day)).toBe(expected);
  });

  it('without a deadline never expires', () => {
    const moved = moveCredit(line({ calculated: 5 }, { claimUntil: null }), 'expire', clock);
    expect(moved.ok).toBe(false);
  });
});
