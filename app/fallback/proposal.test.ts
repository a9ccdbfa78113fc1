import { describe, expect, it } from 'vitest';
import type { CandidateFacts, FallbackRequest } from './candidate';
import type { Cause } from './cause';
import { missingToBeReady } from './missing';
import { isSnapshot, MOST_KEPT, takeSnapshot } from './proposal';
import { defaultWeights } from './ranking';
import { tallyOf } from './tally';
import {
  AS_OF,
  candidate,
  firm,
  INCUMBENT,
  offering,
  request,
} from '../../tests/casts/fallback-cast';

const cause: Cause = { kind: 'on_demand', on: AS_OF, personId: 1, personName: 'Ada' };
const good = firm(1, 'Good');
const weak = firm(2, 'Weak', { country: 'DE' });
const uncertified = firm(3, 'Uncertified');

function snapshot(facts: CandidateFacts[], asked: Partial<FallbackRequest> = {}) {
  return takeSnapshot(request(asked), facts, [cause], defaultWeights);
}

describe('a proposal', () => {
  const all = [
    candidate('x', { vendor: weak, readings: [] }),
    candidate('x', { vendor: uncertified, certificates: [] }),
    candidate('x', { vendor: good }),
  ];
  const volumes = [{ vendor: INCUMBENT, volume: '100', moving: true }];

  it('ranks, and answers why not', () => {
    const made = snapshot(all, { volumes });
    expect(made.candidates.map(({ rank, vendor }) => [rank, vendor.name])).toEqual([
      [1, 'Good'],
      [2, 'Weak'],
    ]);
    expect(made.excluded.map(({ vendor, failures }) => [vendor.name, failures[0]?.gate])).toEqual([
      ['Uncertified', 'certificates'],
    ]);
    expect([made.sourcingGap, made.nearestMisses]).toEqual([false, []]);
  });

  it('keeps what it knew: day, causes, weights, terms, capacity, concentration, offerings', () => {
    const made = snapshot(all, { volumes });
    expect(made).toMatchObject({
      version: 1,
      asOf: AS_OF,
      causes: [cause],
      weights: defaultWeights,
      basis: 'missed_term',
      terms: [{ target: '80' }],
      service: { recoveryDays: 10 },
    });
    expect(made.candidates[1]).toMatchObject({
      status: 'approved',
      offerings: [{ unitPrice: '3.20' }],
      capacity: { needed: '1000', free: '5000' },
      concentration: {
        vendor: { before: '0', after: '100' },
        country: { before: '0', after: '100' },
      },
      missing: [],
    });
  });

  it('survives being stored', () => {
    const made = snapshot(all, { volumes });
    const stored: unknown = JSON.parse(JSON.stringify(made));
    expect(stored).toEqual(made);
    expect(isSnapshot(stored)).toBe(true);
  });

  it.each([null, 7, {}, { version: 2, candidates: [] }, { version: 1 }])(
    'is not read out of %j',
    (document) => {
      expect(isSnapshot(document)).toBe(false);
    },
  );

  describe('of a service that a thousand offer', () => {
    const capacity = '10';
    const many = Array.from({ length: 1000 }, (_, at) =>
      candidate('x', {
        vendor: firm(at + 1000, `Firm ${String(at).padStart(4, '0')}`),
        ...(at % 10 >= 3 && { offerings: [offering({ capacity })] }),
        ...(at % 10 === 9 && { certificates: [] }),
      }),
    );

    it('keeps the best of both lists whole, and names everybody else', () => {
      const made = snapshot(many);
      const { candidates, excluded, behind } = made;
      expect([candidates.length, excluded.length]).toEqual([MOST_KEPT, MOST_KEPT]);
      expect([behind?.candidates.length, behind?.excluded.length]).toEqual([250, 650]);
      expect(behind?.candidates[0]?.rank).toBe(MOST_KEPT + 1);
      expect(excluded.every(({ failures }) => failures.length === 1)).toBe(true);
      expect(behind?.excluded.at(-1)).toMatchObject({
        vendor: { name: 'Firm 0999' },
        gates: ['certificates', 'capacity'],
      });
      expect(tallyOf(made)).toEqual({
        considered: 1000,
        candidates: 300,
        excluded: 700,
        byGate: [
          { gate: 'certificates', count: 100 },
          { gate: 'capacity', count: 700 },
        ],
      });
    });

    it('fits into a row of the store', () => {
      expect(JSON.stringify(snapshot(many)).length).toBeLessThan(400_000);
    });

    it('ranks as if they were few: nobody behind is better than somebody before', () => {
      const { candidates, behind } = snapshot(many);
      const scores = [...candidates, ...(behind?.candidates ?? [])].map(({ score }) => +score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });
  });

  it('of few keeps them all, as it did before there was a bound', () => {
    const made = snapshot(all, { volumes });
    expect(made).not.toHaveProperty('behind');
    expect(tallyOf(made)).toMatchObject({ considered: 3, candidates: 2, excluded: 1 });
  });

  it('with nobody left it says so and names the nearest misses', () => {
    const made = snapshot([
      candidate('x', { vendor: INCUMBENT }),
      candidate('x', { vendor: weak, status: 'rejected', certificates: [] }),
      candidate('x', { vendor: uncertified, certificates: [] }),
    ]);
    expect(made.candidates).toEqual([]);
    expect([made.sourcingGap, made.nearestMisses]).toEqual([true, [3, 2]]);
  });

  it('with no vendor at all it is a gap without misses', () => {
    expect(snapshot([])).toMatchObject({ sourcingGap: true, nearestMisses: [], excluded: [] });
  });
});

describe('what is missing to be ready', () => {
  const missing = (facts: Partial<CandidateFacts>) =>
    missingToBeReady(candidate('x', facts), request());
  const expires = (expiresOn: string | null) => ({
    certificates: [{ kind: 'ISO27001', issuedOn: '2022-01-01', expiresOn }],
  });
  const condition = { title: 'Insurance', dueOn: '2024-02-01', done: false };

  it.each<[string, Partial<CandidateFacts>, ReturnType<typeof missing>]>([
    ['nothing', {}, []],
    [
      'a contract and an old test',
      { offerings: [offering({ standbySignedOn: null, switchTestedOn: '2022-05-01' })] },
      [
        { what: 'standby_unsigned', on: null },
        { what: 'test_too_old', on: '2022-05-01' },
      ],
    ],
    [
      'figures',
      { offerings: [offering({ capacity: null, switchDays: null, unitPrice: null })] },
      [{ what: 'capacity_unknown' }, { what: 'switch_time_unknown' }, { what: 'price_unknown' }],
    ],
    [
      'an open condition',
      { conditions: [condition, { ...condition, done: true }] },
      [{ what: 'condition_open', title: 'Insurance', dueOn: '2024-02-01' }],
    ],
    [
      'a certificate that ends in ninety days',
      expires('2024-04-11'),
      [{ what: 'certificate_ends', kind: 'ISO27001', expiresOn: '2024-04-11' }],
    ],
    ['no certificate that ends later', expires('2024-04-12'), []],
    ['no certificate that never ends', expires(null), []],
  ])('%s', (_, facts, expected) => {
    expect(missing(facts)).toEqual(expected);
  });
});
