import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditStates } from '~/sla/credit-state';
import {
  actionsOpenTo,
  isOpenTo,
  afterMoves,
  applyingMove,
  contracted,
  creditActions,
  imposed,
  isEarnedBack,
  leadingState,
  levellingMoves,
  lost,
  moveCredit,
  nothing,
  owedBack,
  paid,
  type CreditBalances,
  type CreditLine,
  type CreditStep,
} from './credit-line';

const line = (balances: Partial<CreditBalances>, more: Partial<CreditLine> = {}): CreditLine => ({
  balances: { ...nothing, ...balances },
  claimUntil: '2024-01-31',
  claimedBy: 1,
  ...more,
});
const manager: CreditStep = { by: 'manager', personId: 1, asOf: '2024-01-12' };
const another: CreditStep = { ...manager, personId: 2, text: 'Two days were our own fault' };
const vendor: CreditStep = { by: 'vendor', personId: 9, asOf: '2024-01-12' };
const procurement: CreditStep = { by: 'procurement', personId: 3, asOf: '2024-01-12' };
const clock: CreditStep = { by: 'clock', personId: null, asOf: '2024-02-01' };

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

describe('a period evaluated again', () => {
  const levelled = (balances: Partial<CreditBalances>) => {
    const before = { ...nothing, ...balances };
    return afterMoves(before, levellingMoves(before));
  };
  it.each([
    [
      'more is there to be claimed',
      { calculated: 20, applied: 100 },
      { calculated: 20, applied: 100 },
    ],
    ['less is taken off the claim', { calculated: -20, claimed: 100 }, { claimed: 80 }],
    ['off what is disputed', { calculated: -20, disputed: 100 }, { disputed: 80 }],
    ['off what is accepted', { calculated: -20, accepted: 100 }, { accepted: 80 }],
    [
      'what was paid is owed back',
      { calculated: -20, applied: 100 },
      { accepted: -20, applied: 100 },
    ],
    [
      'before what we gave up is lowered',
      { calculated: -20, applied: 10, waived: 90 },
      { accepted: -10, applied: 10, waived: 80 },
    ],
    ['what expired goes last', { calculated: -20, expired: 100 }, { expired: 80 }],
    [
      'a second time no more than was paid',
      { calculated: -20, accepted: -90, applied: 100, waived: 10 },
      { accepted: -100, applied: 100, waived: 0 },
    ],
    ['an earn-back is owed to the vendor', { calculated: -50 }, { accepted: -50 }],
  ])('%s', (_, before, after) => {
    expect(levelled(before)).toEqual({ ...nothing, ...after });
  });
});

describe('amounts', () => {
  it('stay apart', () => {
    const balances = {
      ...nothing,
      calculated: 1,
      claimed: 2,
      accepted: 4,
      applied: 8,
      disputed: 16,
      waived: 32,
      expired: 64,
    };
    expect(contracted(balances)).toBe(127);
    expect(imposed(balances)).toBe(30);
    expect(paid(balances)).toBe(8);
    expect(lost(balances)).toBe(96);
  });

  it('are applied as far as they still wait', () => {
    const after = (balances: Partial<CreditBalances>, amount: number) => {
      const before = { ...nothing, ...balances };
      return afterMoves(before, applyingMove(before, amount));
    };
    expect(after({ accepted: 100 }, 60)).toMatchObject({ accepted: 40, applied: 60 });
    expect(after({ accepted: 40, applied: 60 }, 100)).toMatchObject({ accepted: 0, applied: 100 });
    expect(after({ accepted: -20, applied: 100 }, -20)).toMatchObject({ accepted: 0, applied: 80 });
    expect(after({ accepted: -20, applied: 100 }, 20)).toMatchObject({
      accepted: -20,
      applied: 100,
    });
  });

  it('are never lost or made, whatever happens to a line', () => {
    const steps = fc.array(
      fc.record({
        difference: fc.integer({ min: -500, max: 500 }),
        action: fc.constantFrom(...creditActions),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (history) => {
        let balances = nothing;
        let given = 0;
        for (const { difference, action } of history) {
          given += difference;
          balances = { ...balances, calculated: balances.calculated + difference };
          balances = afterMoves(balances, levellingMoves(balances));
          const by = { claim: manager, waive: another, expire: clock, apply: procurement } as const;
          const step =
            action in by
              ? by[action as 'claim']
              : action.includes('dispute_') || action.endsWith('_dispute')
                ? another
                : vendor;
          const moved = moveCredit(line(balances), action, { ...step, text: 'x' });
          if (moved.ok) balances = afterMoves(balances, moved.value);
          expect(contracted(balances)).toBe(given);
          expect(balances.calculated).toBeGreaterThanOrEqual(0);
          for (const state of ['claimed', 'disputed', 'waived', 'expired'] as const)
            expect(balances[state]).toBeGreaterThanOrEqual(0);
          expect(creditStates).toContain(leadingState(balances));
        }
      }),
    );
  });
});

describe('what a lower credit comes from', () => {
  const first = { kind: 'calculated', amountMinor: 500 };
  const lower = { kind: 'difference', amountMinor: -200 };
  const back = { kind: 'earn_back', amountMinor: -300 };

  it.each([
    ['an earn-back', [back, first], -300, true],
    ['an earn-back after a difference that was seen', [back, lower, first], -300, true],
    ['a difference', [lower, first], -200, false],
    ['both at once', [back, lower, first], -500, false],
    ['nothing', [back, first], 0, false],
    ['more than the earn-back', [back], -400, false],
  ])('%s', (_, entries, change, expected) => {
    expect(isEarnedBack(entries, change)).toBe(expected);
  });

  it('leaves owed back what is accepted below zero, and nothing else', () => {
    expect(owedBack(line({ applied: 500, accepted: -300 }).balances)).toBe(300);
    expect(owedBack(line({ applied: 500, accepted: 300 }).balances)).toBe(0);
  });
});
