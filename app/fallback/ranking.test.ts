import { describe, expect, it } from 'vitest';
import type { CandidateFacts } from './candidate';
import {
  checkWeights,
  defaultWeights,
  nearestMisses,
  rankCandidates,
  scoreCandidate,
} from './ranking';
import {
  ASIA,
  candidate,
  INCUMBENT,
  offering,
  request,
  sixMonths,
} from '../../tests/casts/fallback-cast';

const score = (facts: Partial<CandidateFacts>) =>
  scoreCandidate(candidate('Good', facts), request(), defaultWeights);

const rank = (...candidates: CandidateFacts[]) =>
  rankCandidates(candidates, request(), defaultWeights).ranked.map(({ vendor }) => vendor.name);

describe('score', () => {
  it('is 100 for a candidate that has everything', () => {
    const { score: total, knownShare, contributions } = score({});
    expect([total, knownShare]).toEqual(['100', '1']);
    expect(contributions.map(({ criterion, points }) => [criterion, points])).toEqual([
      ['performance', '30'],
      ['readiness', '20'],
      ['assessment', '15'],
      ['switch_time', '15'],
      ['price', '10'],
      ['risk', '10'],
    ]);
  });

  it('adds up what each criterion brings', () => {
    const result = score({
      readings: sixMonths(['90', '90', '10', '10', '10', '10']),
      offerings: [offering({ switchDays: 20, unitPrice: '4.60', switchTestedOn: null })],
      assessments: [{ scorecard: 'five', total: '80', assessedOn: '2023-09-01', validUntil: null }],
      risks: { reviewedOn: '2023-10-01', open: [{ title: 'FX', score: 12, reviewedOn: null }] },
    });
    expect(result.contributions.map(({ points }) => points)).toEqual([
      '10',
      '14',
      '12',
      '7.5',
      '5',
      '5.2',
    ]);
    expect([result.score, result.knownShare]).toEqual(['53.7', '1']);
  });

  it('what is unknown earns nothing and lowers the known share by its weight', () => {
    const result = score({ readings: [], risks: { reviewedOn: null, open: [] } });
    expect([result.score, result.knownShare]).toEqual(['60', '0.6']);
    expect(result.contributions.filter(({ unknown }) => unknown)).toMatchObject([
      { criterion: 'performance', value: null, points: '0', unknown: 'too_few_months' },
      { criterion: 'risk', value: null, points: '0', unknown: 'never_reviewed' },
    ]);
  });
});

describe('ties', () => {
  const unknownRisk = { risks: { reviewedOn: null, open: [] } };
  const worstRisk = {
    risks: { reviewedOn: '2023-10-01', open: [{ title: 'Strike', score: 25, reviewedOn: null }] },
  };
  const priced = (unitPrice: string) => ({ offerings: [offering({ unitPrice })] });

  it('the higher score comes first', () => {
    expect(rank(candidate('A', unknownRisk), candidate('B'))).toEqual(['B', 'A']);
  });

  it('then the larger known share', () => {
    expect(rank(candidate('A', unknownRisk), candidate('B', worstRisk))).toEqual(['B', 'A']);
  });

  it('then the lower price', () => {
    expect(rank(candidate('A', priced('3.10')), candidate('B', priced('3.00')))).toEqual([
      'B',
      'A',
    ]);
  });

  it('prices are compared in one currency', () => {
    const dollars = candidate('A', {
      offerings: [offering({ unitPrice: '3.20', currency: 'USD' })],
    });
    const rates = [{ currency: 'USD', rate: '1.1', on: '2023-12-29' }];
    const { ranked } = rankCandidates(
      [candidate('B', priced('3.00')), dollars],
      request({ rates }),
      defaultWeights,
    );
    expect(ranked.map(({ vendor }) => vendor.name)).toEqual(['A', 'B']);
  });

  it('a price counts before one that is unknown, and in the house currency where the incumbent has none', () => {
    const incumbent = { vendor: INCUMBENT, offerings: [] };
    const rates = [{ currency: 'CNY', rate: '7.8', on: '2023-12-29' }];
    const names = rankCandidates(
      [
        candidate('A', { offerings: [offering({ unitPrice: null })] }),
        candidate('B', priced('3.10')),
        candidate('C', { offerings: [offering({ unitPrice: '23.9', currency: 'CNY' })] }),
      ],
      request({ incumbent, rates }),
      defaultWeights,
    ).ranked.map(({ vendor }) => vendor.name);
    expect(names).toEqual(['C', 'B', 'A']);
  });

  it('then the name, the same on every machine', () => {
    expect(rank(candidate('b'), candidate('É'), candidate('Z'), candidate('A'))).toEqual([
      'A',
      'Z',
      'b',
      'É',
    ]);
  });

  it('thirds that come about in different ways are equal', () => {
    const two = candidate('B', { readings: sixMonths(['90', '90', '10']) });
    const four = candidate('A', { readings: sixMonths(['90', '90', '10', '90', '90', '10']) });
    expect(rank(two, four)).toEqual(['A', 'B']);
  });
});

describe('who is listed', () => {
  it('whoever fails a gate is listed apart, by name, with a score', () => {
    const { ranked, excluded } = rankCandidates(
      [candidate('Z', { status: 'suspended' }), candidate('B'), candidate('A', { offerings: [] })],
      request(),
      defaultWeights,
    );
    expect(ranked.map(({ vendor }) => vendor.name)).toEqual(['B']);
    expect(excluded.map(({ vendor }) => vendor.name)).toEqual(['A', 'Z']);
    expect(excluded[1]?.score).toBe('100');
  });

  it('the nearest misses fail fewest gates, then score best, and are independent', () => {
    const { excluded } = rankCandidates(
      [
        candidate('Far', { status: 'rejected', certificates: [] }),
        candidate('Near', { status: 'suspended', readings: [] }),
        candidate('Nearest', { certificates: [] }),
        candidate('Itself', { vendor: INCUMBENT }),
        candidate('Other', { offerings: [offering({ marketId: ASIA })] }),
      ],
      request(),
      defaultWeights,
    );
    expect(nearestMisses(excluded).map(({ vendor }) => vendor.name)).toEqual([
      'Nearest',
      'Near',
      'Other',
    ]);
  });
});

describe('weights', () => {
  it.each([
    ['the defaults', {}, null],
    ['others that total 100', { performance: 50, readiness: 0 }, null],
    ['fractions that total 100', { performance: 30.1, readiness: 19.9 }, null],
    ['less than 100', { performance: 29 }, 'weights_total'],
    ['more than 100', { performance: 31 }, 'weights_total'],
    ['a negative one', { performance: 60, readiness: -10 }, 'weight_out_of_range'],
    ['no number', { performance: Number.NaN }, 'weight_out_of_range'],
  ])('%s', (_, changed, code) => {
    const checked = checkWeights({ ...defaultWeights, ...changed });
    expect(checked.ok ? null : checked.reason.code).toBe(code);
  });

  it('count as set', () => {
    const weights = { ...defaultWeights, performance: 50, readiness: 0 };
    const result = scoreCandidate(candidate('Good', { readings: [] }), request(), weights);
    expect([result.score, result.knownShare]).toEqual(['50', '0.5']);
  });
});
