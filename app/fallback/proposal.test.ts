import { describe, expect, it } from 'vitest';
import { type CandidateFacts, type FallbackRequest } from './candidate';
import { type Cause } from './cause';
import { missingToBeReady } from './missing';
import { isSnapshot, takeSnapshot } from './proposal';
import { defaultWeights } from './ranking';
import { AS_OF, candidate, firm, INCUMBENT, offering, request } from '../../tests/fallback-cast';

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
