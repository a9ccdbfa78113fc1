import { describe, expect, it } from 'vitest';
import type { CandidateFacts, FallbackRequest } from './candidate';
import { criterionRules } from './criterion';
import type { Criterion } from './criteria';
import {
  AS_OF,
  candidate,
  FRANCE,
  LYON,
  offering,
  PARIS,
  request,
} from '../../tests/casts/fallback-cast';

function value(
  criterion: Criterion,
  facts: Partial<CandidateFacts>,
  asked: Partial<FallbackRequest> = {},
) {
  const result = criterionRules[criterion](candidate('Good', facts), request(asked));
  return result.value ?? result.unknown;
}

describe('readiness', () => {
  const none = { standbySignedOn: null, switchTestedOn: null, integratedOn: null };
  it.each([
    ['nothing', none, '0'],
    ['standby signed', { ...none, standbySignedOn: '2020-01-01' }, '40'],
    ['signed today', { ...none, standbySignedOn: AS_OF }, '40'],
    ['signed tomorrow', { ...none, standbySignedOn: '2024-01-13' }, '0'],
    ['tested a year ago to the day', { ...none, switchTestedOn: '2023-01-12' }, '30'],
    ['tested a year and a day ago', { ...none, switchTestedOn: '2023-01-11' }, '0'],
    ['test planned for tomorrow', { ...none, switchTestedOn: '2024-01-13' }, '0'],
    ['integrated', { ...none, integratedOn: '2021-05-05' }, '30'],
    ['everything', {}, '100'],
  ])('%s', (_, prepared, expected) => {
    expect(value('readiness', { offerings: [offering(prepared)] })).toBe(expected);
  });

  it('over several markets the least ready decides', () => {
    const offerings = [
      offering({ marketId: LYON.id }),
      offering({ marketId: PARIS.id, standbySignedOn: null, switchTestedOn: '2022-01-01' }),
    ];
    const whole = { market: null, incumbentMarkets: [LYON, PARIS] };
    expect(value('readiness', { offerings }, whole)).toBe('30');
  });
});

describe('assessment', () => {
  const scored = (assessedOn: string, validUntil: string | null, total: string) => ({
    scorecard: 'full',
    total,
    assessedOn,
    validUntil,
  });
  it.each([
    ['valid', [scored('2023-01-01', '2024-12-31', '83.5')], '83.5'],
    ['valid to the day', [scored('2023-01-01', AS_OF, '70')], '70'],
    ['of today', [scored(AS_OF, null, '70')], '70'],
    ['ended yesterday', [scored('2023-01-01', '2024-01-11', '70')], 'not_assessed'],
    ['of tomorrow', [scored('2024-01-13', null, '70')], 'not_assessed'],
    ['none', [], 'not_assessed'],
    [
      'the latest of two',
      [scored('2023-05-01', '2024-05-01', '60'), scored('2023-02-01', '2024-05-01', '90')],
      '60',
    ],
    [
      'the latest has ended',
      [scored('2023-05-01', '2023-12-31', '60'), scored('2023-02-01', '2024-05-01', '90')],
      '90',
    ],
  ])('%s', (_, assessments, expected) => {
    expect(value('assessment', { assessments })).toBe(expected);
  });
});

describe('switch time against a recovery time of ten days', () => {
  it.each([
    [0, '100'],
    [10, '100'],
    [11, '95'],
    [20, '50'],
    [29, '5'],
    [30, '0'],
    [400, '0'],
  ])('%i days', (switchDays, expected) => {
    expect(value('switch_time', { offerings: [offering({ switchDays })] })).toBe(expected);
  });

  it('is unknown where either is', () => {
    const service = { ...request().service, recoveryDays: null };
    expect(value('switch_time', { offerings: [offering({ switchDays: null })] })).toBe(
      'no_switch_time',
    );
    expect(value('switch_time', {}, { service })).toBe('no_recovery_time');
    expect(value('switch_time', { offerings: [] })).toBe('no_switch_time');
  });

  it('a recovery time of 0 days is met by 0 days alone', () => {
    const service = { ...request().service, recoveryDays: 0 };
    expect(value('switch_time', { offerings: [offering({ switchDays: 0 })] }, { service })).toBe(
      '100',
    );
    expect(value('switch_time', { offerings: [offering({ switchDays: 1 })] }, { service })).toBe(
      '0',
    );
  });

  it('over several markets the slowest decides', () => {
    const offerings = [
      offering({ marketId: LYON.id, switchDays: 5 }),
      offering({ marketId: PARIS.id, switchDays: 20 }),
    ];
    const whole = { market: null, incumbentMarkets: [LYON, PARIS] };
    expect(value('switch_time', { offerings }, whole)).toBe('50');
  });
});

describe('price against 4.00 euros', () => {
  it.each([
    ['1.00', '100'],
    ['3.20', '100'],
    ['3.21', '99.642857142857'],
    ['4.60', '50'],
    ['5.99', '0.357142857143'],
    ['6.00', '0'],
    ['60', '0'],
  ])('%s euros', (unitPrice, expected) => {
    expect(value('price', { offerings: [offering({ unitPrice })] })).toBe(expected);
  });

  const dollars = { offerings: [offering({ unitPrice: '5.06', currency: 'USD' })] };
  const usd = (rate: string, on: string) => ({ currency: 'USD', rate, on });

  it('is compared in the incumbent’s currency at the last rate fixed on or before the day', () => {
    const rates = [usd('1.10', '2023-12-29'), usd('2', '2024-01-31'), usd('1.3', '2023-11-30')];
    expect(value('price', dollars, { rates })).toBe('50');
  });

  it('crosses two currencies through the base', () => {
    const incumbent = {
      vendor: request().incumbent.vendor,
      offerings: [offering({ unitPrice: '31.2', currency: 'CNY' })],
    };
    const rates = [usd('1.10', '2023-12-29'), { currency: 'CNY', rate: '7.8', on: AS_OF }];
    expect(value('price', dollars, { incumbent, rates })).toBe('50');
  });

  it.each([
    ['no rate', dollars, {}, 'no_rate'],
    ['only a later rate', dollars, { rates: [usd('1.1', '2024-01-13')] }, 'no_rate'],
    ['no price', { offerings: [offering({ unitPrice: null })] }, {}, 'no_price'],
    ['no offering', { offerings: [] }, {}, 'no_price'],
  ])('is unknown with %s', (_, facts, asked, expected) => {
    expect(value('price', facts, asked)).toBe(expected);
  });

  it.each([null, '0'])('is unknown where the incumbent’s price is %s', (unitPrice) => {
    const incumbent = { ...request().incumbent, offerings: [offering({ unitPrice })] };
    expect(value('price', {}, { incumbent })).toBe('no_incumbent_price');
  });

  it('the data names the stored price and the rates with their day', () => {
    const rates = [usd('1.10', '2023-12-29')];
    const result = criterionRules.price(candidate('Good', dollars), request({ rates }));
    expect(result).toEqual({
      value: '50',
      unknown: null,
      dataOn: '2023-12-29',
      data: {
        criterion: 'price',
        price: {
          amount: '4.6',
          currency: 'EUR',
          stored: [{ marketId: LYON.id, amount: '5.06', currency: 'USD' }],
          rates,
        },
        incumbent: {
          amount: '4',
          currency: 'EUR',
          stored: [{ marketId: LYON.id, amount: '4.00', currency: 'EUR' }],
          rates: [],
        },
      },
    });
  });

  it('the offering of the market itself gives the price, before the nearest that contains it', () => {
    const own = [offering({ marketId: FRANCE, unitPrice: '1' }), offering({ unitPrice: '4.60' })];
    expect(value('price', { offerings: own })).toBe('50');
    const offerings = [
      offering({ marketId: 1, unitPrice: '1' }),
      offering({ marketId: FRANCE, unitPrice: '4.60' }),
    ];
    expect(value('price', { offerings })).toBe('50');
  });

  it('over several markets it is the mean', () => {
    const offerings = [
      offering({ marketId: LYON.id, unitPrice: '4.20' }),
      offering({ marketId: PARIS.id, unitPrice: '5.00' }),
    ];
    const incumbent = { ...request().incumbent, offerings: [offering({ marketId: FRANCE })] };
    const whole = { market: null, incumbentMarkets: [LYON, PARIS], incumbent };
    expect(value('price', { offerings }, whole)).toBe('50');
  });
});

describe('risk', () => {
  const open = (...scores: number[]) =>
    scores.map((score) => ({ title: `risk ${score}`, score, reviewedOn: '2023-10-01' }));
  it.each([
    ['reviewed, nothing open', '2023-10-01', [], '100'],
    ['the smallest', '2023-10-01', open(1), '96'],
    ['the highest of several', '2023-10-01', open(4, 12, 9), '52'],
    ['the worst there is', '2023-10-01', open(25), '0'],
    ['never reviewed', null, [], 'never_reviewed'],
    ['an open risk speaks for itself', null, open(5), '80'],
  ])('%s', (_, reviewedOn, risks, expected) => {
    expect(value('risk', { risks: { reviewedOn, open: risks } })).toBe(expected);
  });
});
