import { describe, expect, it } from 'vitest';
import { formatPeriod } from '~/shared/period';
import type { FallbackRequest, ReadingFact, TermAsked } from './candidate';
import { criterionRules } from './criterion';
import { recentPeriods } from './performance';
import {
  candidate,
  DELIVERY,
  FRANCE,
  LYON,
  ON_TIME,
  ON_TIME_80,
  PARIS,
  reading,
  request,
  sixMonths,
} from '../../tests/casts/fallback-cast';

function performance(readings: ReadingFact[], asked: Partial<FallbackRequest> = {}) {
  return criterionRules.performance(candidate('Good', { readings }), request(asked));
}

const value = (readings: ReadingFact[], asked: Partial<FallbackRequest> = {}) => {
  const result = performance(readings, asked);
  return result.value ?? result.unknown;
};

describe('the last six months', () => {
  it.each([
    ['2024-01-12', '2023-07', '2023-12'],
    ['2024-01-31', '2023-07', '2023-12'],
    ['2024-02-01', '2023-08', '2024-01'],
  ])('before %s', (asOf, first, last) => {
    const periods = recentPeriods(asOf).map(formatPeriod);
    expect([periods[0], periods.at(-1), periods.length]).toEqual([first, last, 6]);
  });

  it('neither older nor running months count', () => {
    const outside = [reading('2023-06', '10'), reading('2024-01', '10')];
    expect(value([...outside, ...sixMonths(['80', '80', '80', '80', '80', '80'])])).toBe('100');
  });
});

describe('the share that would have met the term', () => {
  it.each([
    ['all', ['80', '81', '82', '83', '84', '85'], '100'],
    ['five of six', ['79.9999', '80', '81', '82', '83', '84'], '83.333333333333'],
    ['none', ['1', '2', '3', '4', '5', '6'], '0'],
    ['two of three known', ['90', '90', '10'], '66.666666666667'],
    ['two months known', ['90', '90'], 'too_few_months'],
    ['two with a value', ['90', '90', null, null, null, null], 'too_few_months'],
    ['empty months left out', ['90', null, '10', null, '90', null], '66.666666666667'],
    ['none known', [], 'too_few_months'],
  ])('%s', (_, values, expected) => {
    expect(value(sixMonths(values))).toBe(expected);
  });

  it.each([
    ['gte', '80', '100'],
    ['gt', '80', '0'],
    ['lte', '80', '100'],
    ['lt', '80', '0'],
    ['gte', '80.0001', '0'],
  ] as const)('%s %s, reported 80', (operator, target, expected) => {
    const terms = [{ ...ON_TIME_80, operator, target }];
    expect(value(sixMonths(['80', '80', '80']), { terms })).toBe(expected);
  });

  it('is unrounded unless the contract rounds', () => {
    const readings = sixMonths(['79.96', '79.96', '79.96']);
    expect(value(readings)).toBe('0');
    expect(value(readings, { terms: [{ ...ON_TIME_80, roundTo: 1 }] })).toBe('100');
  });

  it('computes a value from numerator and denominator', () => {
    const ratio = { numerator: '4', denominator: '5' };
    expect(value(sixMonths(['79', '79', '79'], ratio))).toBe('100');
    expect(value(sixMonths(['79', '79', '79'], { ...ratio, denominator: '0' }))).toBe(
      'too_few_months',
    );
  });

  it('leaves out months with fewer observations than the term asks for', () => {
    const terms = [{ ...ON_TIME_80, minSample: '30' }];
    const small = sixMonths(['10', '10', '10'], { sampleSize: '29' });
    const enough = [
      reading('2023-10', '90', { sampleSize: '30' }),
      reading('2023-11', '90', { sampleSize: '300' }),
      reading('2023-12', '90'),
    ];
    expect(value([...small, ...enough], { terms })).toBe('100');
    expect(value(small, { terms })).toBe('too_few_months');
  });
});

describe('which readings', () => {
  const six = (text: string, more: Partial<ReadingFact>) =>
    sixMonths([text, text, text, text, text, text], more);
  const here = six('90', { marketId: LYON.id, serviceId: DELIVERY });
  const hereAnyService = six('10', { marketId: LYON.id });
  const country = six('90', { marketId: FRANCE });
  const totals = six('10', { marketId: null });
  const elsewhere = six('90', { marketId: PARIS.id });
  const otherService = six('90', { serviceId: DELIVERY + 1 });
  const otherKpi = six('90', { kpiId: ON_TIME + 1 });

  it.each([
    ['service and market first', [...totals, ...hereAnyService, ...here], '100'],
    ['then the market for all services', [...totals, ...country, ...hereAnyService], '0'],
    ['then the market that contains it', [...totals, ...country], '100'],
    ['then the totals', totals, '0'],
    ['never another market', elsewhere, 'too_few_months'],
    ['never another service', otherService, 'too_few_months'],
    ['never another KPI', otherKpi, 'too_few_months'],
    [
      'a market with two known months gives way',
      [...hereAnyService.slice(0, 2), ...country],
      '100',
    ],
  ])('%s', (_, readings, expected) => {
    expect(value(readings)).toBe(expected);
  });

  it('the service as a whole looks at totals alone', () => {
    expect(value([...hereAnyService, ...six('90', { marketId: null })], { market: null })).toBe(
      '100',
    );
  });

  it('shows the months it has even where they are too few', () => {
    const result = performance(sixMonths(['90', '90']));
    expect(result.dataOn).toBe('2023-08-31');
    expect(result.data).toMatchObject({
      terms: [
        { scope: { serviceId: null, marketId: LYON.id }, months: [{ met: true }, { met: true }] },
      ],
    });
  });
});

describe('without a missed term', () => {
  const cancelled: TermAsked = {
    ...ON_TIME_80,
    kpi: { ...ON_TIME_80.kpi, id: ON_TIME + 1, code: 'CANCEL_PCT' },
    operator: 'lte',
    target: '2',
  };
  const asked = { terms: [ON_TIME_80, cancelled], basis: 'contract_terms' as const };
  const onTime = sixMonths(['90', '90', '90', '90', '90', '90']);
  const cancellations = (values: string[]) => sixMonths(values, { kpiId: ON_TIME + 1 });

  it('the incumbent’s terms count the same, however many months each has', () => {
    expect(value([...onTime, ...cancellations(['1', '3', '3', '1'])], asked)).toBe('75');
  });

  it('a term without enough months is left out', () => {
    expect(value([...onTime, ...cancellations(['3', '3'])], asked)).toBe('100');
  });

  it('is unknown without terms', () => {
    expect(value(onTime, { terms: [], basis: 'contract_terms' })).toBe('no_term');
  });
});
