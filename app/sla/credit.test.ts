import { describe, expect, it } from 'vitest';
import { each, period, TERM, trial } from '../../tests/sla-trial';

const three = (percents: number[], term = {}) =>
  percents.map((credit_percent, index) => ({
    kpi: `K${index}`,
    operator: 'gte',
    target: 95,
    bands: [{ severity: 'serious', from: null, to: 95, credit_percent, points: credit_percent }],
    credit: { method: 'tiered' },
    ...term,
  }));
const allBad = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ kpi: `K${index}`, value: '50' }));
const cappedOf = (percents: number[], contract: object, term = {}) =>
  trial({
    terms: three(percents, term),
    contract: { ...contract },
    readings: allBad(percents.length),
  });

describe('lines', () => {
  it.each([
    ['JPY', '1001', '50'], // 50.05
    ['JPY', '1010', '51'], // 50.5, half up
    ['USD', '1000.10', '50.01'], // 50.005, half up
    ['KWD', '1000.010', '50.001'], // 50.0005, half up
  ])('in %s, 5 %% of %s is %s', (currency, fee, credit) => {
    expect(each(trial({ contract: { currency, fee }, values: [85] }), 'credit')).toEqual([credit]);
  });

  it('take the fee of the month under which the window is evaluated; without one they are 0', () => {
    const term = { window: { kind: 'calendar', months: 3 } };
    const fees = { '2023-01': '1.00', '2023-03': '500' };
    const result = trial({ term, contract: { fee: null, fees }, values: [85, 85, 85, 85, 85, 85] });
    expect(each(result, 'credit')).toEqual(['25.00', '0.00']);
    expect(each(trial({ contract: { fee: null }, values: [85] }), 'credit')).toEqual(['0.00']);
  });

  it('of shortfall are the points missed, the fee at most, and the band for a missing report', () => {
    const term = { credit: { method: 'shortfall' }, target: 95 };
    const result = trial({
      term,
      values: [94.995, -20, undefined, 99],
      contract: { fee: '100.00' },
    });
    // 0.005 of 100.00 is half a cent
    expect(each(result, 'credit')).toEqual(['0.01', '100.00', '5.00', '0.00']);
  });

  it('of lower-is-better terms count what is above the target', () => {
    const bands = [{ severity: 'minor', from: 2, to: null }];
    const term = { operator: 'lte', target: 2, bands, credit: { method: 'shortfall' } };
    expect(trial({ term, values: [5.5] }).evaluations[0]).toMatchObject({
      shortfall: '3.5',
      credit: '35.00',
    });
  });

  it('of none are 0, points standing', () => {
    const result = trial({ term: { credit: { method: 'none' } }, values: [85] });
    expect(result.evaluations[0]).toMatchObject({ credit: '0.00', points: 2 });
  });

  it('of points share one amount by points, the rest to the largest, the first of equals', () => {
    const points = { credit: { method: 'points' } };
    const table = {
      points_table: [
        { points: 3, percent: 1 },
        { points: 20, percent: 50 },
      ],
      fee: '10.01',
    };
    const result = cappedOf([1, 1, 1], table, points);
    // 3 points give 1 % of 10.01, 0.10 rounded: 0.03 each, the odd cent to the first
    expect(result.evaluations.map((one) => one.credit)).toEqual(['0.04', '0.03', '0.03']);
    expect(result.credits[0]?.gross).toBe('0.10');
    const uneven = cappedOf([1, 2, 1], table, points);
    expect(uneven.evaluations.map((one) => one.credit)).toEqual(['0.02', '0.06', '0.02']);
  });

  it('of points count repeated failures', () => {
    const term = { credit: { method: 'points' }, repeat: { multiplier: 2 } };
    const contract = { points_table: [{ points: 4, percent: 7 }] };
    expect(each(trial({ term, contract, values: [85, 85] }), 'credit')).toEqual(['0.00', '70.00']);
  });
});

describe('the cap', () => {
  it('reduces pro rata, rounded down, the rest to the largest', () => {
    const result = cappedOf([3, 5, 3], { credit_cap_percent: 6, fee: '10.00' });
    expect(result.evaluations.map((one) => one.credit)).toEqual(['0.30', '0.50', '0.30']);
    // of 0.60: 0.1636, 0.2727, 0.1636
    expect(result.evaluations.map((one) => one.capped)).toEqual(['0.16', '0.28', '0.16']);
    expect(result.credits).toMatchObject([{ gross: '1.10', capped: '0.60', issued: '0.60' }]);
  });

  it('gives the rest to the first of equals', () => {
    const result = cappedOf([5, 5, 5], { credit_cap_percent: 5, fee: '2.00' });
    expect(result.evaluations.map((one) => one.capped)).toEqual(['0.04', '0.03', '0.03']);
  });

  it('is itself rounded half up, and does nothing to a total that reaches it', () => {
    expect(cappedOf([50, 50], { credit_cap_percent: 50, fee: '0.05' }).credits[0]?.capped).toBe(
      '0.03',
    );
    expect(cappedOf([3, 3], { credit_cap_percent: 6 }).credits[0]).toMatchObject({
      gross: '60.00',
      capped: '60.00',
    });
    expect(cappedOf([3], { credit_cap_percent: 0 }).credits[0]).toMatchObject({ capped: '0.00' });
  });
});

describe('the minimum', () => {
  it.each([
    ['30.00', '0.00'],
    ['29.99', '30.00'],
  ])('of %s against 30.00 after the cap issues %s', (credit_minimum, issued) => {
    const result = cappedOf([10, 10], { credit_cap_percent: 3, credit_minimum });
    expect(result.credits).toMatchObject([{ gross: '200.00', capped: '30.00', issued }]);
    expect(result.totals.issued).toBe(issued);
  });
});

describe('earn-back', () => {
  const term = (rest = {}) => ({ ...TERM, earn_back: { periods: 2 }, ...rest });
  const issued = (values: (number | null | undefined)[], rest = {}, contract = {}) =>
    trial({ terms: [term(rest)], contract, values }).credits.map((month) => month.issued);

  it('reverses the last credit in the n-th period met', () => {
    const result = trial({ terms: [term()], values: [85, 85, 99, 99, 99] });
    expect(result.credits.map((month) => month.issued)).toEqual([
      '50.00',
      '50.00',
      '0.00',
      '-50.00',
      '0.00',
    ]);
    expect(result.credits[3]).toMatchObject({ gross: '0.00', capped: '0.00' });
    expect(result.totals).toMatchObject({ issued: '50.00', failures: 2 });
  });

  it('skips months that were not evaluated; at risk is not enough', () => {
    expect(issued([85, 99, null, 99])).toEqual(['50.00', '0.00', '0.00', '-50.00']);
    expect(issued([85, 99, 96, 99, 99], { warn_at: 97 })).not.toContain('-50.00');
  });

  it('is none of critical terms, and returns nothing that was not issued', () => {
    expect(issued([85, 99, 99], { critical: true })).toEqual(['50.00', '0.00', '0.00']);
    expect(issued([85, 99, 99], {}, { credit_minimum: '50.00' })).toEqual(['0.00', '0.00', '0.00']);
    expect(issued([85, 99, 99], {}, { credit_cap_percent: 1 })).toEqual([
      '10.00',
      '0.00',
      '-10.00',
    ]);
  });

  it('happens at most once in 12 periods, and a credit that comes too soon stays', () => {
    const values = (second: number) =>
      Array.from({ length: 20 }, (_, month) => (month === 0 || month === second ? 85 : 99));
    const returns = (second: number) =>
      issued(values(second)).flatMap((amount, month) => (amount === '-50.00' ? [month] : []));
    expect(returns(11)).toEqual([2]);
    expect(returns(12)).toEqual([2, 14]);
  });

  it('may leave a month below 0 beside what other terms are issued', () => {
    const other = { ...TERM, kpi: 'L' };
    const result = trial({
      terms: [term({ earn_back: { periods: 1 } }), other],
      values: [85, 99],
      readings: [
        { kpi: 'L', period: period('2023-01'), value: '99' },
        { kpi: 'L', period: period('2023-02'), value: '94' },
      ],
    });
    expect(result.credits.map((month) => month.issued)).toEqual(['50.00', '-30.00']);
    expect(result.credits[1]).toMatchObject({ gross: '20.00', capped: '20.00' });
  });
});
