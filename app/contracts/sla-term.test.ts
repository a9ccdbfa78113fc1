import { describe, expect, it } from 'vitest';
import { portableTerm, readSlaTerm } from './sla-term';

const TERM = { kpi: 'OTD_PCT', operator: 'gte', target: 80 };

const reasonsOf = (term: object) => {
  const read = readSlaTerm({ ...TERM, ...term });
  return read.ok ? [] : (read.fields ?? []).map((reason) => `${reason.code} ${reason.field}`);
};
const band = (from: number | null, to: number | null, rest = {}) => ({
  severity: 'minor',
  from,
  to,
  ...rest,
});

describe('a term', () => {
  it('has defaults for everything but KPI, operator and target', () => {
    expect(readSlaTerm(TERM)).toEqual({
      ok: true,
      value: {
        kpi: 'OTD_PCT',
        operator: 'gte',
        target: '80',
        warn_at: null,
        bands: [{ severity: 'serious', from: null, to: '80', points: '0', credit_percent: '0' }],
        window: { kind: 'calendar', months: 1 },
        aggregate: 'weighted_mean',
        min_sample: null,
        missing: 'serious',
        repeat: null,
        credit: { method: 'none' },
        earn_back: null,
        critical: false,
        round_to: null,
        scope: { service: null, market: null },
        sources: [
          'system_log',
          'third_party_audit',
          'customer_feedback',
          'internal_review',
          'vendor_report',
        ],
        effective_from: null,
        effective_to: null,
      },
    });
    expect(readSlaTerm({})).toMatchObject({
      fields: [
        { code: 'field_missing', field: 'kpi' },
        { code: 'field_missing', field: 'operator' },
        { code: 'field_missing', field: 'target' },
      ],
    });
  });

  it('is written as people write it, and read back the same', () => {
    const full = {
      ...TERM,
      target: '79.9999999999999999',
      warn_at: 82,
      bands: [{ ...band(null, null), to: '79.9999999999999999' }],
      window: { kind: 'rolling', months: 3 },
      repeat: { consecutive: 3, n_of_m: [3, 9], multiplier: 2 },
      credit: { method: 'pool', pool_percent: 150, allocation_percent: 40 },
      min_sample: 30,
    };
    const read = readSlaTerm(full);
    if (!read.ok) throw new Error(JSON.stringify(read.fields));
    const portable = portableTerm(read.value);
    expect(portable).toMatchObject({
      target: '79.9999999999999999',
      warn_at: 82,
      credit: { method: 'pool', pool_percent: 150, allocation_percent: 40 },
      repeat: { multiplier: 2 },
    });
    expect(readSlaTerm(JSON.parse(JSON.stringify(portable)))).toEqual(read);
    expect(readSlaTerm(read.value)).toEqual(read);
  });

  it.each<[string, object, string[]]>([
    ['an unknown field', { tragte: 1 }, ['field_unknown tragte']],
    [
      'an unknown field of a band',
      { bands: [band(null, 80, { color: 1 })] },
      ['field_unknown bands.0.color'],
    ],
    [
      'an unknown field of the window',
      { window: { kind: 'rolling', months: 2, x: 1 } },
      ['field_unknown window.x'],
    ],
    [
      'an unknown field of the scope',
      { scope: { country: 'FR' } },
      ['field_unknown scope.country'],
    ],
    ['an unknown field of the repeat', { repeat: { times: 2 } }, ['field_unknown repeat.times']],
    ['an unknown operator', { operator: 'eq' }, ['not_one_of operator']],
    ['no target', { target: null }, ['number_invalid target']],
    ['a target in words', { target: 'eighty' }, ['number_invalid target']],
    [
      'a window of four months',
      { window: { kind: 'calendar', months: 4 } },
      ['not_one_of window.months'],
    ],
    [
      'a rolling window without months',
      { window: { kind: 'rolling' } },
      ['field_missing window.months'],
    ],
    [
      'a window of half a month',
      { window: { kind: 'rolling', months: 0.5 } },
      ['wrong_type window.months'],
    ],
    ['an unknown aggregate', { aggregate: 'median' }, ['not_one_of aggregate']],
    ['a negative sample', { min_sample: -1 }, ['number_too_small min_sample']],
    ['an unknown severity for missing', { missing: 'bad' }, ['not_one_of missing']],
    ['more failures than periods', { repeat: { n_of_m: [4, 3] } }, ['n_above_m repeat.n_of_m']],
    [
      'a multiplier that softens',
      { repeat: { multiplier: 0.5 } },
      ['number_too_small repeat.multiplier'],
    ],
    ['an unknown credit method', { credit: { method: 'gift' } }, ['not_one_of credit.method']],
    [
      'a pool without its percentages',
      { credit: { method: 'pool' } },
      ['field_missing credit.pool_percent', 'field_missing credit.allocation_percent'],
    ],
    [
      'pool percentages for tiers',
      { credit: { method: 'tiered', pool_percent: 5 } },
      ['field_of_other_method credit.pool_percent'],
    ],
    [
      'an earn-back of no periods',
      { earn_back: { periods: 0 } },
      ['number_too_small earn_back.periods'],
    ],
    ['an unknown source', { sources: ['rumour'] }, ['not_one_of sources.0']],
    ['a source twice', { sources: ['system_log', 'system_log'] }, ['listed_twice sources.1']],
    ['no sources', { sources: [] }, ['number_too_small sources']],
    ['a day that is none', { effective_from: '2023-02-30' }, ['date_invalid effective_from']],
    [
      'an end before its start',
      { effective_from: '2023-02-01', effective_to: '2023-01-31' },
      ['ends_before_start effective_to'],
    ],
    ['a warning on the wrong side', { warn_at: 79 }, ['warn_at_wrong_side warn_at']],
    [
      'a warning on the wrong side, lower being better',
      { operator: 'lte', warn_at: 81 },
      ['warn_at_wrong_side warn_at'],
    ],
    ['no bands', { bands: [] }, ['bands_empty bands']],
    [
      'a credit above the fee',
      { bands: [band(null, 80, { credit_percent: 101 })] },
      ['number_too_large bands.0.credit_percent'],
    ],
    [
      'a first band away from the target',
      { bands: [band(null, 79)] },
      ['band_not_at_target bands.0.to'],
    ],
    [
      'a first band that reaches past the target',
      { bands: [band(null, 81)] },
      ['band_not_at_target bands.0.to'],
    ],
    [
      'a first band without its start',
      { bands: [band(null, null)] },
      ['band_start_missing bands.0.to'],
    ],
    ['a last band that ends', { bands: [band(70, 80)] }, ['band_not_unbounded bands.0.from']],
    ['a gap', { bands: [band(75, 80), band(null, 74.9)] }, ['band_gap bands.1.to']],
    ['an overlap', { bands: [band(75, 80), band(null, 75.1)] }, ['band_overlap bands.1.to']],
    [
      'a band upside down',
      { bands: [band(80, 80), band(null, 80)] },
      ['band_from_not_below_to bands.0.from'],
    ],
    [
      'a band after the unbounded one',
      { bands: [band(null, 80), band(null, 70)] },
      ['band_after_unbounded bands.1.to'],
    ],
    [
      'severities that soften',
      { bands: [band(75, 80, { severity: 'serious' }), band(null, 75)] },
      ['band_softens bands.1.severity'],
    ],
    [
      'points and credits that soften',
      { bands: [band(75, 80, { points: 2, credit_percent: 5 }), band(null, 75, { points: 1 })] },
      ['band_softens bands.1.points', 'band_softens bands.1.credit_percent'],
    ],
    [
      'a gap, lower being better',
      { operator: 'lt', bands: [band(80, 85), band(86, null)] },
      ['band_gap bands.1.from'],
    ],
    [
      'bands of the other direction',
      { operator: 'lte', bands: [band(75, 80), band(null, 75)] },
      [
        'band_not_at_target bands.0.from',
        'band_start_missing bands.1.from',
        'band_not_unbounded bands.1.to',
      ],
    ],
  ])('is refused with %s', (_, term, reasons) => expect(reasonsOf(term)).toEqual(reasons));

  it('may repeat a severity, and hold bands of equal points', () => {
    expect(
      reasonsOf({ bands: [band(75, 80, { points: 1 }), band(null, 75, { points: 1 })] }),
    ).toEqual([]);
  });
});
