import { describe, expect, it } from 'vitest';
import type { CandidateFacts, FallbackRequest } from './candidate';
import { failedGates } from './gate';
import {
  ASIA,
  AS_OF,
  candidate,
  firm,
  FRANCE,
  INCUMBENT,
  LYON,
  month,
  offering,
  ON_TIME,
  PARIS,
  request,
} from '../../tests/casts/fallback-cast';

function failures(facts: Partial<CandidateFacts>, asked: Partial<FallbackRequest> = {}) {
  return failedGates(candidate('Good', facts), request(asked));
}

const failed = (facts: Partial<CandidateFacts>, asked: Partial<FallbackRequest> = {}) =>
  failures(facts, asked).map(({ gate }) => gate);

it('a candidate that has everything passes every gate', () => {
  expect(failures({})).toEqual([]);
});

describe('1 status', () => {
  it.each([
    ['approved', []],
    ['active', []],
    ['conditional', []],
    ['prospect', ['status']],
    ['screening', ['status']],
    ['rejected', ['status']],
    ['suspended', ['status']],
    ['exiting', ['status']],
    ['exited', ['status']],
  ] as const)('%s', (status, expected) => {
    expect(failed({ status })).toEqual(expected);
  });

  it.each([
    ['due today', { title: 'Insurance', dueOn: AS_OF, done: false }, []],
    ['due yesterday', { title: 'Insurance', dueOn: '2024-01-11', done: false }, ['status']],
    ['due long ago but met', { title: 'Insurance', dueOn: '2023-01-01', done: true }, []],
    ['without a date', { title: 'Insurance', dueOn: null, done: false }, []],
  ])('conditional with a condition %s', (_, condition, expected) => {
    expect(failed({ status: 'conditional', conditions: [condition] })).toEqual(expected);
  });

  it('names the overdue conditions, and only those', () => {
    const overdue = { title: 'Insurance', dueOn: '2024-01-01', done: false };
    const later = { title: 'Audit', dueOn: '2024-02-01', done: false };
    expect(failures({ status: 'conditional', conditions: [later, overdue] })).toEqual([
      { gate: 'status', status: 'conditional', overdue: [overdue] },
    ]);
  });

  it('conditions do not hold up a vendor that is active', () => {
    const conditions = [{ title: 'Insurance', dueOn: '2024-01-01', done: false }];
    expect(failed({ status: 'active', conditions })).toEqual([]);
  });
});

describe('2 offering', () => {
  it.each([
    ['the market itself', LYON.id, []],
    ['a market that contains it', FRANCE, []],
    ['the whole world', 1, []],
    ['a market beside it', PARIS.id, ['offering']],
    ['another continent', ASIA, ['offering']],
  ])('in %s', (_, marketId, expected) => {
    expect(failed({ offerings: [offering({ marketId })] })).toEqual(expected);
  });

  it('an offering within the market does not serve the market', () => {
    const france = { ...LYON, id: FRANCE, code: 'FR', ancestors: [3, 1] };
    expect(failed({}, { market: france })).toEqual(['offering']);
  });

  it('none at all names the market', () => {
    const { ancestors: _, ...lyon } = LYON;
    expect(failures({ offerings: [] })).toEqual([{ gate: 'offering', markets: [lyon] }]);
  });

  it('the service as a whole asks for every market of the incumbent', () => {
    const whole = { market: null, incumbentMarkets: [LYON, PARIS] };
    const { ancestors: _, ...paris } = PARIS;
    expect(failures({}, whole)).toEqual([{ gate: 'offering', markets: [paris] }]);
    expect(failed({ offerings: [offering({ marketId: FRANCE })] }, whole)).toEqual([]);
  });

  it('where the incumbent has no market on record, any offering of the service will do', () => {
    const whole = { market: null, incumbentMarkets: [] };
    expect(failed({ offerings: [offering({ marketId: ASIA })] }, whole)).toEqual([]);
    expect(failed({ offerings: [] }, whole)).toEqual(['offering']);
  });
});

describe('3 independence', () => {
  it.each([
    ['the failing vendor itself', INCUMBENT, 'same_vendor'],
    ['a sister of its group', firm(101, 'Sister', { groupId: INCUMBENT.id }), 'same_group'],
    ['its parent', firm(100_000, 'Parent', { groupId: INCUMBENT.groupId }), 'same_group'],
  ] as const)('refuses %s', (_, vendor, relation) => {
    expect(failures({ vendor })).toEqual([
      { gate: 'independence', relation, groupName: vendor.groupName },
    ]);
  });
});

describe('4 certificates', () => {
  const held = (issuedOn: string | null, expiresOn: string | null) => ({
    certificates: [{ kind: 'ISO27001', issuedOn, expiresOn }],
  });

  it.each([
    ['expires today', held('2022-01-01', AS_OF), []],
    ['expired yesterday', held('2022-01-01', '2024-01-11'), ['certificates']],
    ['is issued today', held(AS_OF, null), []],
    ['is issued tomorrow', held('2024-01-13', null), ['certificates']],
    ['states no dates', held(null, null), []],
    [
      'is of another kind',
      { certificates: [{ kind: 'SOC2', issuedOn: null, expiresOn: null }] },
      ['certificates'],
    ],
  ])('one that %s', (_, facts, expected) => {
    expect(failed(facts)).toEqual(expected);
  });

  it('says when the missing one ran out or begins', () => {
    expect(failures(held('2021-01-01', '2023-12-31'))).toEqual([
      {
        gate: 'certificates',
        missing: [{ kind: 'ISO27001', expiredOn: '2023-12-31', issuedOn: null }],
      },
    ]);
    expect(failures(held('2024-03-01', '2027-02-28'))).toEqual([
      {
        gate: 'certificates',
        missing: [{ kind: 'ISO27001', expiredOn: null, issuedOn: '2024-03-01' }],
      },
    ]);
  });

  it('a renewed certificate counts whatever became of the old one', () => {
    const certificates = [
      { kind: 'ISO27001', issuedOn: '2020-01-01', expiresOn: '2023-01-01' },
      { kind: 'ISO27001', issuedOn: '2023-01-02', expiresOn: '2026-01-01' },
    ];
    expect(failed({ certificates })).toEqual([]);
  });

  it('a service that asks for none lets everyone pass', () => {
    const service = { ...request().service, requiredCertificates: [] };
    expect(failed({ certificates: [] }, { service })).toEqual([]);
  });
});

describe('5 capacity', () => {
  it.each([
    ['exactly what is asked', '1000', null, '100', []],
    ['a unit short', '999', null, '100', ['capacity']],
    ['a hair short', '999.999', null, '100', ['capacity']],
    ['short, but half is asked', '500', null, '50', []],
    ['enough but for what it carries', '1500', '501', '100', ['capacity']],
    ['enough beside what it carries', '1500', '500', '100', []],
    ['unknown', null, null, '100', []],
  ])('%s', (_, capacity, carried, sharePercent, expected) => {
    const offerings = [offering({ capacity, carried })];
    expect(failed({ offerings }, { asked: { sharePercent, unitsAMonth: '1000' } })).toEqual(
      expected,
    );
  });

  it('is not tested where the volume asked for is unknown', () => {
    const offerings = [offering({ capacity: '1' })];
    expect(failed({ offerings }, { asked: { sharePercent: '100', unitsAMonth: null } })).toEqual(
      [],
    );
  });

  it('what one market carries too much takes nothing from another', () => {
    const whole = { market: null, incumbentMarkets: [LYON, PARIS] };
    const two = [
      offering({ marketId: LYON.id, capacity: '100', carried: '500' }),
      offering({ marketId: PARIS.id, capacity: '1000' }),
    ];
    expect(failed({ offerings: two }, whole)).toEqual([]);
    const overloaded = [offering({ capacity: '100', carried: '500' })];
    expect(failures({ offerings: overloaded })).toEqual([
      { gate: 'capacity', needed: '1000', free: '0' },
    ]);
  });

  it('adds up over several markets and counts one that covers both once', () => {
    const whole = { market: null, incumbentMarkets: [LYON, PARIS] };
    const two = [
      offering({ marketId: LYON.id, capacity: '600' }),
      offering({ marketId: PARIS.id, capacity: '400' }),
    ];
    expect(failed({ offerings: two }, whole)).toEqual([]);
    expect(
      failures({ offerings: [offering({ marketId: FRANCE, capacity: '600' })] }, whole),
    ).toEqual([{ gate: 'capacity', needed: '1000', free: '600' }]);
  });
});

describe('6 open critical breach', () => {
  const breach = (kpiId: number) => ({
    breachId: 1,
    kpiId,
    kpiCode: 'OTD_PCT',
    period: month('2023-12'),
  });

  it.each([
    ['of the same KPI', ON_TIME, ['critical_breach']],
    ['of another KPI', ON_TIME + 1, []],
  ])('%s', (_, kpiId, expected) => {
    expect(failed({ openCriticalBreaches: [breach(kpiId)] })).toEqual(expected);
  });
});

it('a vendor that fails several gates is told all of them, in order', () => {
  expect(failed({ status: 'suspended', offerings: [], certificates: [] })).toEqual([
    'status',
    'offering',
    'certificates',
  ]);
});
