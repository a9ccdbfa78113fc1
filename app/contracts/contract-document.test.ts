import { describe, expect, it } from 'vitest';
import { readContractDocument } from './contract-document';

const TERM = { kpi: 'K', operator: 'gte', target: 80 };
const POOL = { ...TERM, credit: { method: 'pool', pool_percent: 50, allocation_percent: 40 } };

const reasonsOf = (contract: object) => {
  const read = readContractDocument({ currency: 'USD', terms: [TERM], ...contract });
  return read.ok ? [] : (read.fields ?? []).map((reason) => `${reason.code} ${reason.field}`);
};

describe("a contract's document", () => {
  it('is read with its defaults, the points table in order', () => {
    const read = readContractDocument({
      currency: 'JPY',
      fee: 1000,
      points_table: [
        { points: 20, percent: 6 },
        { points: 10, percent: 2 },
      ],
      report_due: { business_day: 8 },
      terms: [],
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        fee: '1000',
        fees: null,
        time_zone: 'UTC',
        points_table: [{ points: '10' }, { points: '20' }],
        report_due: { business_day: 8, grace_days: 0 },
        number: null,
      },
    });
  });

  it.each<[string, object, string[]]>([
    ['an unknown field', { curency: 'USD' }, ['field_unknown curency']],
    ['an unknown currency', { currency: 'USX' }, ['currency_unknown currency']],
    ['gold for money', { currency: 'XAU' }, ['currency_unknown currency']],
    [
      'more decimals than the currency has',
      { currency: 'JPY', fee: '10.5' },
      ['amount_invalid fee'],
    ],
    ['a negative fee', { fee: -1 }, ['number_too_small fee']],
    ['a fee and fees', { fee: 1, fees: { '2023-01': 1 } }, ['fee_and_fees fees']],
    ['fees of no month', { fees: { 'Jan 2023': 1 } }, ['period_invalid fees.Jan 2023']],
    [
      'a due day and business day',
      { report_due: { day: 1, business_day: 1 } },
      ['report_due_one_of report_due.business_day'],
    ],
    ['no due day', { report_due: { grace_days: 1 } }, ['report_due_one_of report_due.day']],
    ['a due day of 32', { report_due: { day: 32 } }, ['number_too_large report_due.day']],
    ['an unknown time zone', { time_zone: 'Mars/Base' }, ['time_zone_unknown time_zone']],
    [
      'an end before its start',
      { starts: '2023-02-01', ends: '2023-01-01' },
      ['ends_before_start ends'],
    ],
    [
      'a pool without what is at risk',
      { terms: [POOL] },
      ['at_risk_percent_missing at_risk_percent'],
    ],
    [
      'a step of the points table twice',
      {
        points_table: [
          { points: 1, percent: 1 },
          { points: '1.0', percent: 2 },
        ],
      },
      ['listed_twice points_table'],
    ],
    [
      'what is wrong in its terms',
      { terms: [TERM, { ...TERM, warn_at: 70 }] },
      ['warn_at_wrong_side terms.1.warn_at'],
    ],
    ['terms that are no list', { terms: TERM }, ['wrong_type terms']],
  ])('is refused with %s', (_, contract, reasons) => expect(reasonsOf(contract)).toEqual(reasons));

  it('is refused when it is no object', () => {
    expect(readContractDocument([])).toMatchObject({ ok: false, reason: { code: 'wrong_type' } });
  });
});
