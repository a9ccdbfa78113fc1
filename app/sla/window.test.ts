import { describe, expect, it } from 'vitest';
import { each, type Given, period, trial } from '../../tests/sla-trial';

const at = (text: string) => period(text);

describe('windows', () => {
  const aggregates: [string, string][] = [
    ['weighted_mean', '92'],
    ['mean', '93'],
    ['sum', '279'],
    ['min', '90'],
    ['max', '97'],
    ['last', '97'],
  ];
  it.each(aggregates)(
    '%s of 90, 92 and 97 weighing 5, 4 and 1 after one month without value',
    (aggregate, measured) => {
      const readings = [
        { period: at('2023-01'), value: '90', sampleSize: '50' },
        { period: at('2023-02'), value: '92', sampleSize: '40' },
        { period: at('2023-03'), value: '97', sampleSize: '10' },
        { period: at('2023-04'), value: null },
      ];
      const term = { window: { kind: 'rolling', months: 4 }, aggregate };
      const expected = aggregate === 'weighted_mean' ? '91.5' : measured;
      expect(trial({ term, readings }).evaluations[0]?.measured).toBe(expected);
    },
  );

  it('pools numerators and denominators, whatever the samples say', () => {
    const readings = [
      { period: at('2023-01'), numerator: '1', denominator: '2', sampleSize: '900' },
      { period: at('2023-02'), numerator: '9', denominator: '10', sampleSize: '1' },
      { period: at('2023-03'), numerator: '0', denominator: '0' },
    ];
    const term = { window: { kind: 'calendar', months: 3 } };
    expect(trial({ term, readings }).evaluations[0]?.measured).toBe('83.333333333333');
  });

  it.each([
    ['calendar', 3, ['2023-03', '2023-06', '2023-09', '2023-12']],
    ['calendar', 6, ['2023-06', '2023-12']],
    ['calendar', 12, ['2023-12']],
    ['rolling', 10, ['2023-10', '2023-11', '2023-12']],
  ])('%s of %d months is evaluated under %j', (kind, months, periods) => {
    const result = trial({
      term: { window: { kind, months } },
      values: Array(12).fill(99) as number[],
    });
    expect(each(result, 'period')).toEqual(periods);
  });

  it.each<[string, Given, string[]]>([
    [
      'a quarter begun before the first reading',
      { values: [undefined, 99, 99, 99, 99, 99] },
      ['2023-06'],
    ],
    [
      'a quarter that ends after `to`',
      { values: [99, 99, 99, 99, 99], to: '2023-05' },
      ['2023-03'],
    ],
    [
      'a quarter that reaches before `from`, readings being there',
      { values: [99, 99, 99], from: '2023-03' },
      ['2023-03'],
    ],
    [
      'a quarter cut off at its start',
      { term: { effective_from: '2023-01-02' }, values: [99, 99, 99, 99, 99, 99] },
      ['2023-06'],
    ],
    [
      'a quarter cut off at its end',
      { term: { effective_to: '2023-06-29' }, values: [99, 99, 99, 99, 99, 99] },
      ['2023-03'],
    ],
    [
      'a quarter in force to its last day',
      { term: { effective_to: '2023-06-30' }, values: [99, 99, 99, 99, 99, 99] },
      ['2023-03', '2023-06'],
    ],
  ])('calendar: %s', (_, given, periods) => {
    const term = { window: { kind: 'calendar', months: 3 }, ...given.term };
    expect(each(trial({ ...given, term }), 'period')).toEqual(periods);
  });

  it('rolls from the first full window of the time in force, back before `from`', () => {
    const window = { kind: 'rolling', months: 3 };
    const values = [99, 99, 99, 99, 99, 99];
    const cut = trial({ term: { window, effective_from: '2023-01-15' }, values });
    expect(each(cut, 'period')).toEqual(['2023-04', '2023-05', '2023-06']);
    const late = trial({ term: { window }, values, from: '2023-04' });
    expect(each(late, 'period')).toEqual(['2023-04', '2023-05', '2023-06']);
    const alone = trial({
      term: { window },
      values: [undefined, undefined, ...values],
      from: '2023-01',
    });
    expect(each(alone, 'outcome').slice(0, 3)).toEqual(['breached', 'breached', 'met']);
  });

  it('knows only whole months in force', () => {
    const term = { effective_from: '2023-02-01', effective_to: '2023-04-29' };
    expect(each(trial({ term, values: [99, 99, 99, 99, 99] }), 'period')).toEqual([
      '2023-02',
      '2023-03',
    ]);
  });

  it('ranges over the readings of all terms, unless told', () => {
    const terms = [
      { kpi: 'K', operator: 'gte', target: 95, missing: 'ignore' },
      { kpi: 'L', operator: 'gte', target: 95, missing: 'ignore' },
    ];
    const readings = [
      { period: at('2023-02'), value: '99' },
      { kpi: 'L', period: at('2023-04'), value: '99' },
      { kpi: 'M', period: at('2023-09'), value: '99' },
    ];
    expect(each(trial({ terms, readings }), 'period')).toEqual(['2023-02', '2023-03', '2023-04']);
    expect(trial({ terms, readings: [] }).evaluations).toEqual([]);
  });
});
