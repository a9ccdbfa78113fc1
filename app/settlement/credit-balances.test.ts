import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditStates } from '~/sla/credit-state';
import {
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
} from './credit-line';
import { line, manager, another, vendor, procurement, clock } from '../../tests/cases/credit-steps';

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
