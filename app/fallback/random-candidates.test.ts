import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateFacts } from './candidate';
import { defaultWeights, rankCandidates, scoreCandidate } from './ranking';
import { candidate, firm, request } from '../../tests/casts/fallback-cast';
import { facts, rates } from '../../tests/cases/ranked-candidates';

const anyone = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 50 }), facts }), {
    selector: ({ id }) => id,
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ id, facts: own }) => candidate('x', { ...own, vendor: firm(id, `Vendor ${id}`) })),
  );

describe('whoever comes', () => {
  it('score and known share keep their bounds, and points add up to the score', () => {
    fc.assert(
      fc.property(facts, (own) => {
        const result = scoreCandidate(candidate('A', own), request({ rates }), defaultWeights);
        expect(Number(result.score)).toBeGreaterThanOrEqual(0);
        expect(Number(result.score)).toBeLessThanOrEqual(100);
        expect(Number(result.knownShare)).toBeGreaterThanOrEqual(0);
        expect(Number(result.knownShare)).toBeLessThanOrEqual(1);
        expect(Number(result.score)).toBeLessThanOrEqual(Number(result.knownShare) * 100 + 1e-9);
        for (const { points, weight } of result.contributions) {
          expect(Number(points)).toBeGreaterThanOrEqual(0);
          expect(Number(points)).toBeLessThanOrEqual(weight);
        }
      }),
    );
  });

  it('one more candidate never reorders the others', () => {
    fc.assert(
      fc.property(anyone, facts, fc.nat(), (all, own, at) => {
        const order = (some: CandidateFacts[]) =>
          rankCandidates(some, request({ rates }), defaultWeights).ranked.map(
            ({ vendor }) => vendor.id,
          );
        const newcomer = candidate('x', { ...own, vendor: firm(999, 'Newcomer') });
        const position = at % (all.length + 1);
        const more = [...all.slice(0, position), newcomer, ...all.slice(position)];
        expect(order(more).filter((id) => id !== 999)).toEqual(order(all));
      }),
    );
  });

  const better: [string, (own: CandidateFacts) => CandidateFacts][] = [
    [
      'every reading at its best',
      (own) => ({ ...own, readings: own.readings.map((each) => ({ ...each, value: '100' })) }),
    ],
    ['a full scorecard', (own) => ({ ...own, assessments: candidate('A').assessments })],
    ['no open risk', (own) => ({ ...own, risks: { reviewedOn: '2023-10-01', open: [] } })],
    [
      'a quicker switch',
      (own) => improved(own, (days) => ({ switchDays: days.switchDays && days.switchDays - 1 })),
    ],
    [
      'a lower price',
      (own) =>
        improved(own, ({ unitPrice }) => ({
          unitPrice: unitPrice && String(Number(unitPrice) / 2),
        })),
    ],
    ['a signed standby', (own) => improved(own, () => ({ standbySignedOn: '2023-01-01' }))],
    ['a test last month', (own) => improved(own, () => ({ switchTestedOn: '2023-12-20' }))],
    ['integration done', (own) => improved(own, () => ({ integratedOn: '2023-01-01' }))],
  ];

  function improved(
    own: CandidateFacts,
    change: (
      now: CandidateFacts['offerings'][number],
    ) => Partial<CandidateFacts['offerings'][number]>,
  ): CandidateFacts {
    return { ...own, offerings: own.offerings.map((now) => ({ ...now, ...change(now) })) };
  }

  it.each(better)('%s never lowers the score', (_, improve) => {
    fc.assert(
      fc.property(facts, (own) => {
        const before = candidate('A', own);
        const of = (some: CandidateFacts) =>
          Number(scoreCandidate(some, request({ rates }), defaultWeights).score);
        expect(of(improve(before))).toBeGreaterThanOrEqual(of(before));
      }),
    );
  });
});
