import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Decision, sharesAfter } from './decision';
import { MOST_KEPT, type ProposalState, takeSnapshot } from './proposal';
import { decidingOf } from './proposal-words';
import { defaultWeights } from './ranking';
import { candidate, firm, INCUMBENT, request } from '../../tests/casts/fallback-cast';

const [first, second, out] = [1, 2, 3].map((id) => firm(id, `Vendor ${id}`));
const snapshot = takeSnapshot(
  request({ asked: { sharePercent: '60', unitsAMonth: null } }),
  [
    candidate('A', { vendor: first! }),
    candidate('B', { vendor: second! }),
    candidate('C', { vendor: out!, status: 'suspended' }),
  ],
  [],
  defaultWeights,
);
const parts = (...all: [number, string][]): Decision => ({
  kind: 'split',
  parts: all.map(([vendorId, sharePercent]) => ({ vendorId, sharePercent })),
});

function code(decision: Decision, state: ProposalState = 'open') {
  const decided = decide({ state, snapshot }, decision);
  return decided.ok ? decided.value.state : decided.reason.code;
}

describe('a decision', () => {
  it.each<[string, Decision, string]>([
    ['accept the first', { kind: 'accept', vendorId: 1 }, 'accepted'],
    ['accept another candidate', { kind: 'accept', vendorId: 2 }, 'accepted'],
    ['accept one that failed a gate', { kind: 'accept', vendorId: 3 }, 'not_a_candidate'],
    ['accept the failing vendor', { kind: 'accept', vendorId: INCUMBENT.id }, 'not_a_candidate'],
    ['reject with a reason', { kind: 'reject', reason: 'Season over' }, 'rejected'],
    ['reject without', { kind: 'reject', reason: '  ' }, 'reason_required'],
    ['split between two', parts([1, '70'], [2, '30']), 'split'],
    ['leave a part where it is', parts([INCUMBENT.id, '40'], [1, '60']), 'split'],
    ['split among three', parts([INCUMBENT.id, '33.4'], [1, '33.3'], [2, '33.3']), 'split'],
    ['give one everything', parts([1, '100']), 'split_single'],
    ['less than all', parts([1, '70'], [2, '29.9']), 'shares_total'],
    ['more than all', parts([1, '70'], [2, '30.1']), 'shares_total'],
    ['a part of nothing', parts([1, '100'], [2, '0']), 'share_not_positive'],
    ['a negative part', parts([1, '110'], [2, '-10']), 'share_not_positive'],
    ['words for a part', parts([1, 'half'], [2, '50']), 'share_not_positive'],
    ['one vendor twice', parts([1, '50'], [1, '50']), 'share_twice'],
    ['a part to a stranger', parts([1, '50'], [77, '50']), 'not_a_candidate'],
  ])('to %s', (_, decision, expected) => {
    expect(code(decision)).toBe(expected);
  });

  it.each(['accepted', 'split', 'rejected'] as const)('falls once: %s stays', (state) => {
    expect(code({ kind: 'accept', vendorId: 1 }, state)).toBe('proposal_decided');
  });

  it('may fall on any who pass every gate, on those that are kept by name too', () => {
    const many = Array.from({ length: MOST_KEPT + 9 }, (_, nth) =>
      candidate(`Firm ${nth}`, { vendor: firm(nth + 1, `Vendor ${nth + 1}`) }),
    );
    const whole = takeSnapshot(request(), many, [], defaultWeights);
    const last = whole.behind?.candidates.at(-1)?.vendor.id ?? 0;
    expect(decide({ state: 'open', snapshot: whole }, { kind: 'accept', vendorId: last })).toEqual({
      ok: true,
      value: { state: 'accepted', takeOvers: [{ vendorId: last, sharePercent: '100' }] },
    });
    expect(decidingOf(7, whole).candidates.some(({ id }) => id === last)).toBe(false);
    const { pickedId, candidates } = decidingOf(7, whole, last);
    expect(decidingOf(7, whole, last).pickedBrief?.id).toBe(last);
    const whom = whole.candidates[1]?.vendor.id ?? 0;
    expect(decidingOf(7, whole, whom)).toMatchObject({ pickedId: whom, pickedBrief: null });
    expect([pickedId, candidates[0]?.id, candidates[0]?.rank]).toEqual([last, last, MOST_KEPT + 9]);
    expect(decidingOf(7, whole, 4711)).toMatchObject({ pickedId: null });
  });

  it('to accept hands over the share asked for', () => {
    expect(decide({ state: 'open', snapshot }, { kind: 'accept', vendorId: 1 })).toEqual({
      ok: true,
      value: { state: 'accepted', takeOvers: [{ vendorId: 1, sharePercent: '60' }] },
    });
  });

  it('to split hands over what the incumbent does not keep', () => {
    expect(
      decide({ state: 'open', snapshot }, parts([INCUMBENT.id, '40'], [1, '50'], [2, '10'])),
    ).toEqual({
      ok: true,
      value: {
        state: 'split',
        takeOvers: [
          { vendorId: 1, sharePercent: '50' },
          { vendorId: 2, sharePercent: '10' },
        ],
      },
    });
  });
});

describe('shares once the switch is done', () => {
  const now = [
    { vendorId: 100, sharePercent: '60' },
    { vendorId: 2, sharePercent: '40' },
  ];

  it('the incumbent hands over parts of its own share', () => {
    const takeOvers = [
      { vendorId: 1, sharePercent: '50' },
      { vendorId: 2, sharePercent: '25' },
    ];
    expect(sharesAfter(now, 100, takeOvers)).toEqual([
      { vendorId: 100, sharePercent: '15' },
      { vendorId: 2, sharePercent: '55' },
      { vendorId: 1, sharePercent: '30' },
    ]);
  });

  it('all of it leaves the incumbent with 0', () => {
    expect(sharesAfter(now, 100, [{ vendorId: 2, sharePercent: '100' }])).toEqual([
      { vendorId: 100, sharePercent: '0' },
      { vendorId: 2, sharePercent: '100' },
    ]);
  });

  it('a switch neither makes nor loses volume', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (own, moved) => {
        const shares = [
          { vendorId: 100, sharePercent: String(own) },
          { vendorId: 2, sharePercent: String(100 - own) },
        ];
        const after = sharesAfter(shares, 100, [{ vendorId: 7, sharePercent: String(moved) }]);
        const total = after.reduce((sum, { sharePercent }) => sum + Number(sharePercent), 0);
        expect(total).toBeCloseTo(100, 9);
        expect(after.every(({ sharePercent }) => Number(sharePercent) >= 0)).toBe(true);
      }),
    );
  });
});
