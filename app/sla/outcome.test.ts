import { describe, expect, it } from 'vitest';
import { each, type Given, period, trial } from '../../tests/sla-trial';

const at = (text: string) => period(text);

describe('boundaries', () => {
  const higher = (operator: string) => ({ operator, bands: bands(operator), target: 95 });
  const bands = (operator: string) =>
    operator.startsWith('g')
      ? [
          { severity: 'minor', from: 90, to: 95 },
          { severity: 'serious', from: 80, to: 90 },
          { severity: 'critical', from: null, to: 80 },
        ]
      : [
          { severity: 'minor', from: 95, to: 97 },
          { severity: 'serious', from: 97, to: 99 },
          { severity: 'critical', from: 99, to: null },
        ];
  it.each([
    [
      'gte',
      [95, 94.999, 90, 89.99, 80, 79.99],
      [null, 'minor', 'minor', 'serious', 'serious', 'critical'],
    ],
    ['gt', [95.001, 95, 90, 80.01, 80], [null, 'minor', 'serious', 'serious', 'critical']],
    [
      'lte',
      [95, 95.001, 97, 97.01, 99, 99.01],
      [null, 'minor', 'minor', 'serious', 'serious', 'critical'],
    ],
    ['lt', [94.999, 95, 97, 98.99, 99], [null, 'minor', 'serious', 'serious', 'critical']],
  ])('%s puts %j into %j', (operator, values, severities) => {
    const result = trial({ term: higher(operator), values });
    expect(each(result, 'severity')).toEqual(severities);
  });

  it('under gt a value at the target falls short by 0', () => {
    const [first] = trial({ term: higher('gt'), values: [95] }).evaluations;
    expect(first).toMatchObject({ outcome: 'breached', shortfall: '0', measured: '95' });
  });

  it.each([
    ['gte', 97, [97, 96.99, 95, 94.9], ['met', 'at_risk', 'at_risk', 'breached']],
    ['gt', 97, [97.1, 97, 95.1, 95], ['met', 'at_risk', 'at_risk', 'breached']],
    ['lte', 93, [93, 93.1, 95, 95.1], ['met', 'at_risk', 'at_risk', 'breached']],
    ['lt', 93, [92.9, 93, 94.9, 95], ['met', 'at_risk', 'at_risk', 'breached']],
  ])('%s with a warning limit of %d', (operator, warn_at, values, outcomes) => {
    const result = trial({ term: { ...higher(operator), warn_at }, values });
    expect(each(result, 'outcome')).toEqual(outcomes);
  });
});

describe('the value', () => {
  it('is compared unrounded and told to 12 places', () => {
    const term = {
      target: 66.6666666666667,
      bands: [{ severity: 'minor', from: null, to: 66.6666666666667 }],
    };
    const readings = [{ numerator: '2', denominator: '3' }];
    expect(trial({ term, readings }).evaluations[0]).toMatchObject({
      outcome: 'breached',
      measured: '66.666666666667',
      shortfall: '0',
    });
  });

  it.each([
    [0, 94.5, '95', 'met'],
    [1, 94.95, '95', 'met'],
    [1, 94.9499, '94.9', 'breached'],
    [2, 94.5, '94.5', 'breached'],
  ])('is rounded half up to %d places where the term says so: %d is %s', (...row) => {
    const [round_to, value, measured, outcome] = row;
    const result = trial({ term: { round_to }, values: [value] });
    expect(result.evaluations[0]).toMatchObject({ measured, outcome });
  });

  it('comes from the ratio even where a value stands beside it', () => {
    const readings = [{ value: '99', numerator: '1', denominator: '2' }];
    expect(trial({ readings }).evaluations[0]).toMatchObject({ measured: '50' });
  });

  it.each([
    ['no value', { value: null }],
    ['a denominator of 0', { numerator: '0', denominator: '0' }],
    ['a sample of 0', { value: '100', sampleSize: '0' }],
  ])('with %s is no data, never missing', (_, given) => {
    expect(trial({ readings: [given] }).evaluations[0]).toMatchObject({
      outcome: 'no_data',
      reason: 'no_value',
      kind: null,
      measured: null,
    });
  });

  it('takes the most trusted source that reported, and none that is not listed', () => {
    const readings = [
      { value: '99', source: 'vendor_report' },
      { value: '70', source: 'system_log' },
      { value: '85', source: 'customer_feedback' },
    ];
    expect(trial({ readings }).evaluations[0]?.measured).toBe('70');
    const term = { sources: ['customer_feedback', 'system_log'] };
    expect(trial({ term, readings }).evaluations[0]?.measured).toBe('85');
    const none = trial({ term: { sources: ['internal_review'] }, readings });
    expect(none.evaluations[0]).toMatchObject({ outcome: 'breached', kind: 'missing_report' });
  });

  it('matches the scope exactly, totals never taking parts', () => {
    const readings = [
      { value: '70', market: 'FR' },
      { value: '99' },
      { value: '60', market: 'FR', service: 'S' },
    ];
    expect(trial({ readings }).evaluations[0]?.measured).toBe('99');
    const french = { scope: { market: 'FR' } };
    expect(trial({ term: french, readings }).evaluations[0]?.measured).toBe('70');
  });

  it('needs the sample that the term asks for, in the whole window', () => {
    const term = { min_sample: 30, window: { kind: 'rolling', months: 2 }, aggregate: 'min' };
    const readings = [10, 19, 11, 30].map((sample, index) => ({
      period: at('2023-01') + index,
      value: '99',
      sampleSize: String(sample),
    }));
    const result = trial({ term, readings });
    expect(each(result, 'outcome')).toEqual(['no_data', 'met', 'met']);
    expect(each(result, 'reason')).toEqual(['sample_too_small', null, null]);
  });

  it('does not test the sample where one is unknown, and takes the plain mean', () => {
    const term = { min_sample: 1000, window: { kind: 'rolling', months: 2 } };
    const readings = [
      { period: at('2023-01'), value: '90', sampleSize: '10' },
      { period: at('2023-02'), value: '100' },
    ];
    expect(trial({ term, readings }).evaluations[0]).toMatchObject({
      outcome: 'met',
      measured: '95',
    });
  });
});

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
