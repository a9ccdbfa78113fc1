import { describe, expect, it } from 'vitest';
import { each, trial } from '../../tests/sla-trial';

describe('exclusions', () => {
  it('excuse a window that they cover together, and leave months out of one they cover in part', () => {
    const term = { window: { kind: 'calendar', months: 3 }, aggregate: 'mean' };
    const values = [10, 99, 97, 10, 10, 10];
    const exclusions: [string, string][] = [
      ['2023-01', '2023-01'],
      ['2023-04', '2023-05'],
      ['2023-06', '2023-06'],
    ];
    const result = trial({ term, values, exclusions });
    expect(each(result, 'outcome')).toEqual(['met', 'excused']);
    expect(each(result, 'measured')).toEqual(['98', null]);
  });

  it('wait for the period to be over, and excuse a report that never came', () => {
    const exclusions: [string, string][] = [['2023-01', '2023-02']];
    const given = { exclusions, from: '2023-01', to: '2023-02', asOf: '2023-02-28' };
    expect(each(trial(given), 'outcome')).toEqual(['excused', 'pending']);
  });

  it('leave the month of a missing report out', () => {
    const term = { window: { kind: 'calendar', months: 3 } };
    const exclusions: [string, string][] = [['2023-02', '2023-02']];
    const result = trial({ term, values: [99, undefined, 99], exclusions });
    expect(each(result, 'outcome')).toEqual(['met']);
  });
});

describe('reports', () => {
  const due = (day: number, grace_days = 0) => ({ contract: { report_due: { day, grace_days } } });
  const range = { from: '2023-01', to: '2023-01' };
  it.each([
    ['2023-01-31', undefined, 'pending'],
    ['2023-02-01', undefined, 'breached'],
    ['2023-02-10', 10, 'pending'],
    ['2023-02-11', 10, 'breached'],
    ['2023-02-28', 31, 'pending'],
    ['2023-03-01', 31, 'breached'],
  ])('at the end of %s, due on day %s: %s', (asOf, day, outcome) => {
    const contract = day === undefined ? {} : due(day);
    expect(each(trial({ ...contract, ...range, asOf }), 'outcome')).toEqual([outcome]);
  });

  it.each([
    ['2023-02-10', 8, 0, 'pending'], // 1 February 2023 is a Wednesday: the 8th business day is Friday the 10th
    ['2023-02-11', 8, 0, 'breached'],
    ['2023-02-14', 8, 4, 'pending'],
    ['2023-02-15', 8, 4, 'breached'],
  ])(
    'at the end of %s, due on business day %d and %d days of grace: %s',
    (asOf, business_day, grace_days, outcome) => {
      const contract = { report_due: { business_day, grace_days } };
      expect(each(trial({ contract, ...range, asOf }), 'outcome')).toEqual([outcome]);
    },
  );

  it('that are there count before they are due, though not before the month is over', () => {
    const given = { ...due(20), values: [99] };
    expect(each(trial({ ...given, asOf: '2023-02-01' }), 'outcome')).toEqual(['met']);
    expect(each(trial({ ...given, asOf: '2023-01-31' }), 'outcome')).toEqual(['pending']);
  });

  it('missing in a window: pending until the first is overdue, then the failure that the term says', () => {
    const term = { window: { kind: 'rolling', months: 2 }, missing: 'critical' };
    const given = { term, ...due(10, 5), from: '2023-01', to: '2023-02', values: [undefined, 99] };
    expect(each(trial({ ...given, asOf: '2023-03-01' }), 'kind')).toEqual(['missing_report']);
    const later = { ...given, values: [99, undefined] };
    expect(each(trial({ ...later, asOf: '2023-03-15' }), 'outcome')).toEqual(['pending']);
    expect(trial({ ...later, asOf: '2023-03-16' }).evaluations[0]).toMatchObject({
      outcome: 'breached',
      severity: 'critical',
      points: 4,
      credit: '100.00',
      measured: null,
      shortfall: null,
    });
  });

  it('ignored: wait while one is outstanding, then evaluate what is there', () => {
    const term = { window: { kind: 'rolling', months: 2 }, missing: 'ignore', aggregate: 'mean' };
    const given = { term, ...due(10), from: '2023-01', to: '2023-02' };
    const half = { ...given, values: [96] };
    expect(each(trial({ ...half, asOf: '2023-03-10' }), 'outcome')).toEqual(['pending']);
    expect(trial({ ...half, asOf: '2023-03-11' }).evaluations[0]).toMatchObject({
      outcome: 'met',
      measured: '96',
    });
    expect(trial({ ...given, asOf: '2023-03-11' }).evaluations[0]).toMatchObject({
      outcome: 'no_data',
      reason: 'no_value',
    });
  });

  it.each([
    ['minor', 'minor', 0, '20.00'],
    ['serious', 'critical', 0, '50.00'],
    ['critical', 'serious', 0, '50.00'],
  ])('missing as %s where the bands are minor and %s', (missing, second, _, credit) => {
    const bands = [
      { severity: 'minor', from: 90, to: 95, credit_percent: 2 },
      { severity: second, from: null, to: 90, credit_percent: 5 },
    ];
    const result = trial({ term: { bands, missing }, from: '2023-01', to: '2023-01' });
    expect(result.evaluations[0]).toMatchObject({
      severity: missing,
      credit,
      kind: 'missing_report',
    });
  });
});
