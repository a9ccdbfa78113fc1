import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSlaTerm, type SlaTerm } from './sla-term';
import { refusalOfForm, termDocumentOf, termFormValues } from './term-form';

const directions = new Map([
  ['OTD', 'higher' as const],
  ['COST', 'lower' as const],
]);

const full = {
  kpi: 'OTD',
  operator: 'gte',
  target: 80,
  warn_at: 82.5,
  bands: [
    { severity: 'minor', from: 78, to: 80, points: 1, credit_percent: 2 },
    { severity: 'serious', from: 75, to: 78, points: 2, credit_percent: 5 },
    { severity: 'critical', from: null, to: 75, points: 4, credit_percent: 10 },
  ],
  window: { kind: 'rolling', months: 6 },
  aggregate: 'mean',
  min_sample: 30,
  missing: 'critical',
  repeat: { consecutive: 3, n_of_m: [3, 9], multiplier: 1.5 },
  credit: { method: 'pool', pool_percent: 50, allocation_percent: 40 },
  earn_back: { periods: 3 },
  critical: true,
  round_to: 1,
  scope: { service: 'LINEHAUL', market: 'FR' },
  sources: ['vendor_report', 'system_log'],
  effective_from: '2023-01-01',
  effective_to: '2023-12-31',
};

function termOf(document: unknown): SlaTerm {
  const read = readSlaTerm(document);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

function throughForm(term: SlaTerm) {
  return readSlaTerm(termDocumentOf(termFormValues(term), directions));
}

function reasons(change: Record<string, string>, document: Record<string, unknown> = full) {
  const values = { ...termFormValues(termOf(document)), ...change };
  const read = readSlaTerm(termDocumentOf(values, directions));
  if (read.ok) return [];
  const { fields = [] } = refusalOfForm(read, 'gte');
  return fields.map(({ code, field }) => [field, code]);
}

describe('the form of a term', () => {
  it.each([
    ['every field set', full],
    ['nothing but what it takes', { kpi: 'OTD', operator: 'gt', target: '79.123456789012345678' }],
    [
      'less is better',
      {
        ...full,
        operator: 'lte',
        warn_at: 70,
        bands: [
          { severity: 'minor', from: 80, to: 90 },
          { severity: 'serious', from: 90, to: null },
        ],
      },
    ],
  ])('gives back the term it was filled with: %s', (_, document) => {
    const term = termOf(document);
    expect(throughForm(term)).toEqual({ ok: true, value: term });
  });

  it('leaves no gap whatever limits are typed in order', () => {
    const limits = fc.uniqueArray(fc.integer({ min: -99, max: 79 }), { maxLength: 5 });
    fc.assert(
      fc.property(limits, (chosen) => {
        const bands = [...chosen.sort((a, b) => b - a).map(String), ''];
        const values = Object.fromEntries(
          bands.flatMap((limit, index) => [
            [`bands.${index}.severity`, 'serious'],
            [`bands.${index}.limit`, limit],
          ]),
        );
        const document = termDocumentOf({ kpi: 'OTD', target: '80', ...values }, directions);
        expect(readSlaTerm(document).ok).toBe(true);
      }),
    );
  });

  it('takes the operator from the direction of the KPI', () => {
    expect(termDocumentOf({ kpi: 'COST', target: '3' }, directions)).toMatchObject({
      operator: 'lte',
    });
  });

  it('reads figures and dates as people type them', () => {
    const values = { kpi: 'OTD', target: '７９,5', effective_from: '2023年7月1日' };
    expect(termDocumentOf(values, directions)).toMatchObject({
      target: '79.5',
      effective_from: '2023-07-01',
    });
  });

  it.each<[Record<string, string>, [string, string][]]>([
    [{ 'bands.0.limit': '' }, [['bands.0.limit', 'band_limit_missing']]],
    [{ 'bands.0.limit': '81' }, [['bands.0.limit', 'band_from_not_below_to']]],
    [{ 'bands.2.limit': '10' }, [['bands.2.limit', 'band_not_unbounded']]],
    [{ 'bands.1.limit': 'about 75' }, [['bands.1.limit', 'number_invalid']]],
    [
      { 'bands.1.severity': 'minor', 'bands.0.severity': 'serious' },
      [['bands.1.severity', 'band_softens']],
    ],
    [{ target: '' }, [['target', 'field_missing']]],
    [{ target: 'eighty' }, [['target', 'number_invalid']]],
    [{ warn_at: '79' }, [['warn_at', 'warn_at_wrong_side']]],
    [{ 'repeat.n_of_m.1': '' }, [['repeat.n_of_m.1', 'wrong_type']]],
    [{ 'repeat.n_of_m.0': '12' }, [['repeat.n_of_m.0', 'n_above_m']]],
    [{ 'window.months': 'six' }, [['window.months', 'wrong_type']]],
    [{ 'credit.pool_percent': '' }, [['credit.pool_percent', 'field_missing']]],
    [{ effective_from: '31/01/2023' }, [['effective_from', 'date_invalid']]],
    [{ 'sources.1': 'vendor_report' }, [['sources.1', 'listed_twice']]],
  ])('says at the field what is wrong: %j', (change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });
});
