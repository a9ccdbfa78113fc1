import { describe, expect, it } from 'vitest';
import { formOfMapping, mappingOfForm, parseColumnSum } from './mapping-form';

const headings = ['Date', 'From', 'To', 'Planned', 'Cancelled', 'Late', ''];

describe('a sum of columns', () => {
  it.each([
    ['D', ['Planned'], []],
    ['D - E', ['Planned'], ['Cancelled']],
    ['d−e − f', ['Planned'], ['Cancelled', 'Late']],
    [' D+E ', ['Planned', 'Cancelled'], []],
    ['Ｄ－Ｅ', ['Planned'], ['Cancelled']],
  ])('%s', (text, add, subtract) => {
    expect(parseColumnSum(text, headings)).toEqual({ add, subtract });
  });

  it.each(['', 'Planned', 'D E', 'D -', '- D', 'G', 'ZZ', '1', 'D * E'])('is not %j', (text) => {
    expect(parseColumnSum(text, headings)).toBeNull();
  });
});

describe('the columns form', () => {
  const values = {
    'column.0': 'role:period',
    'column.1': 'market_part',
    'column.2': 'market_part',
    'column.5': 'left_out',
    separator: ' → ',
    create: 'on',
    'computed.0.kpi': 'CANCEL_PCT',
    'computed.0.numerator': 'E',
    'computed.0.denominator': 'D',
    'rows.0.column': '1',
    'rows.0.mode': 'drop',
    'rows.0.cells': 'TOTAL; ALL',
  };

  it('says a mapping, and is filled with it again', () => {
    const mapping = mappingOfForm(values, headings);
    expect(mapping).toMatchObject({
      ok: true,
      value: {
        columns: [
          { heading: 'Date', as: 'role', role: 'period' },
          { heading: 'Late', as: 'left_out' },
        ],
        market: { columns: ['From', 'To'], separator: ' → ', create: true },
        kpis: [
          {
            kpi: 'CANCEL_PCT',
            numerator: { add: ['Cancelled'], subtract: [] },
            denominator: { add: ['Planned'], subtract: [] },
          },
        ],
        rows: [{ heading: 'From', drop: ['TOTAL', 'ALL'] }],
      },
    });
    if (mapping.ok) expect(formOfMapping(mapping.value, headings)).toMatchObject(values);
  });

  it('leaves out what nobody has named where it says so', () => {
    const mapping = mappingOfForm({ 'column.3': 'kpi:RUNS', leave_rest: 'on' }, headings, [3, 4]);
    expect(mapping).toMatchObject({
      ok: true,
      value: {
        columns: [
          { heading: 'Planned', as: 'kpi', kpi: 'RUNS' },
          { heading: 'Cancelled', as: 'left_out' },
        ],
      },
    });
  });

  it('names every field that can not be used', () => {
    const wrong = {
      'column.0': 'role:nonsense',
      'computed.0.kpi': 'OTD_PCT',
      'computed.0.numerator': 'D',
      'computed.1.value': 'X + Y',
      'computed.2.kpi': 'RUNS',
      'rows.0.column': '1',
    };
    const mapping = mappingOfForm(wrong, headings);
    expect(mapping.ok ? [] : mapping.fields).toEqual([
      { code: 'not_a_choice', field: 'column.0' },
      { code: 'ratio_needs_both', field: 'computed.0.denominator' },
      { code: 'required', field: 'computed.1.kpi' },
      { code: 'column_sum_invalid', params: { value: 'X + Y' }, field: 'computed.1.value' },
      { code: 'computed_kpi_empty', field: 'computed.2.value' },
      { code: 'required', field: 'rows.0.cells' },
    ]);
  });
});
