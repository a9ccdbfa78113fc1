import { describe, expect, it } from 'vitest';
import { each, period, trial } from '../../tests/sla-trial';

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
