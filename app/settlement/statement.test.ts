import { describe, expect, it } from 'vitest';
import { monthBonus } from './bonus';
import { carriedOver, moveStatement, movement, stepsOpenTo } from './statement';

const sums = (feeMinor: number, creditMinor = 0) => ({
  feeMinor,
  creditMinor,
  bonusMinor: 0,
  penaltyMinor: 0,
  correctionMinor: 0,
});

describe('a statement', () => {
  it('goes from us to the vendor and to procurement', () => {
    const at = (state: 'draft' | 'sent' | 'disputed' | 'agreed' | 'settled') => ({
      state,
      totalMinor: 5,
      feeOpen: false,
    });
    expect(stepsOpenTo(at('draft'), 'ours')).toEqual(['send']);
    expect(stepsOpenTo(at('sent'), 'vendor')).toEqual(['agree', 'dispute']);
    expect(stepsOpenTo(at('disputed'), 'procurement')).toEqual(['send']);
    expect(stepsOpenTo(at('agreed'), 'procurement')).toEqual(['settle']);
    expect(stepsOpenTo(at('settled'), 'procurement')).toEqual([]);
    expect(stepsOpenTo(at('draft'), 'vendor')).toEqual([]);
  });

  it.each([
    [
      'a fee whose volume was not reported',
      { state: 'draft', totalMinor: 0, feeOpen: true },
      'send',
      { by: 'ours' },
      'statement_fee_open',
    ],
    [
      'the vendor’s step',
      { state: 'sent', totalMinor: 5, feeOpen: false },
      'agree',
      { by: 'ours' },
      'statement_not_yours',
    ],
    [
      'twice',
      { state: 'agreed', totalMinor: 5, feeOpen: false },
      'agree',
      { by: 'vendor' },
      'statement_wrong_state',
    ],
    [
      'a dispute without words',
      { state: 'sent', totalMinor: 5, feeOpen: false },
      'dispute',
      { by: 'vendor' },
      'required',
    ],
    [
      'a payment without invoice',
      { state: 'agreed', totalMinor: 5, feeOpen: false },
      'settle',
      { by: 'procurement', text: ' ' },
      'required',
    ],
  ] as const)('refuses %s', (_, statement, action, step, code) => {
    const moved = moveStatement(statement, action, step);
    expect(moved.ok ? null : moved.reason.code).toBe(code);
  });

  it('needs no invoice where nothing is paid', () => {
    expect(
      moveStatement({ state: 'agreed', totalMinor: -5, feeOpen: false }, 'settle', {
        by: 'procurement',
      }).ok,
    ).toBe(true);
  });
});

describe('what is carried over', () => {
  it('is nothing where statements are paid', () => {
    expect(carriedOver([{ ...sums(100, -20), totalMinor: 80 }])).toBe(0);
  });

  it('is what credits exceeded the fee by, until a fee takes it up', () => {
    const first = { ...sums(0, -120), totalMinor: -120 };
    expect(carriedOver([first])).toBe(-120);
    expect(carriedOver([first, { ...sums(50), totalMinor: -70 }])).toBe(-70);
    expect(carriedOver([first, { ...sums(200), totalMinor: 80 }])).toBe(0);
  });

  it('makes up for a statement that changed after its successor went out', () => {
    const mended = { ...sums(0, -100), totalMinor: -100 };
    expect(carriedOver([mended, { ...sums(500), totalMinor: 380 }])).toBe(20);
  });

  it('counts all kinds', () => {
    expect(
      movement({
        ...{ feeMinor: 8, creditMinor: -4, bonusMinor: 2, penaltyMinor: -3, correctionMinor: -1 },
      }),
    ).toBe(2);
  });
});

describe('fees and bonuses', () => {
  it.each([
    ['all met', ['met', 'met'], 25],
    ['one excused', ['met', 'excused'], 25],
    ['one at risk', ['met', 'at_risk'], 0],
    ['one breached', ['met', 'breached'], 0],
    ['one pending', ['met', 'pending'], 0],
    ['nothing measured', ['no_data', 'excused'], 0],
    ['no terms', [], 0],
  ])('a bonus where %s', (_, outcomes, minor) => {
    expect(monthBonus('2.5', 1000, outcomes)).toBe(minor);
  });

  it('rounds a bonus half up once', () => {
    expect(monthBonus('2.5', 1020, ['met'])).toBe(26);
  });
});
