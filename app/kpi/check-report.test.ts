import { describe, expect, it } from 'vitest';
import { airlineContext, month } from '../../tests/casts/kpi-cast';
import { checkReport } from './check-report';
import type { Finding } from './finding';
import { readPasted } from './read-upload';
import { reportLimits, type ReportContext, type StandingReading } from './reading';

function check(lines: string[], changes: Partial<ReportContext> = {}): readonly Finding[] {
  const context = airlineContext(changes);
  return checkReport(readPasted(lines.join('\n'), context), context).list;
}

const long = (...rows: string[]) => [
  'Month,KPI,Market,Service,Value,Numerator,Denominator,Sample size',
  ...rows,
];
const codes = (findings: readonly Finding[]) => findings.map((finding) => finding.code);

function standing(
  period: string,
  value: string,
  more: Partial<StandingReading> = {},
): StandingReading {
  return {
    period: month(period),
    kpi: 'OTD_PCT',
    market: null,
    service: null,
    value,
    numerator: null,
    denominator: null,
    sampleSize: null,
    source: 'vendor_report',
    ...more,
  };
}

const eightMonths = ['80.11', '81.32', '79.53', '80.74', '81.05', '79.86', '80.27', '80.68'].map(
  (value, index) =>
    standing(`2022-${String(index + 5).padStart(2, '0')}`, value, { sampleSize: '1000' }),
);

describe('errors', () => {
  it('accepts a sound report', () => {
    expect(
      check(long('2023-07,OTD_PCT,ATL,AIR,79.97,7997,10000,', '2023-07,OTD_PCT,,,80,,,1000')),
    ).toEqual([]);
  });

  it('refuses values outside the possible range, bounds included as possible', () => {
    expect(check(long('2023-07,OTD_PCT,ATL,,133%,,,'))).toMatchObject([
      {
        severity: 'error',
        code: 'above_maximum',
        row: 2,
        columnName: 'Value',
        value: '133',
        params: { limit: '100' },
      },
    ]);
    expect(codes(check(long('2023-07,FLIGHTS_COMPLETED,ATL,,-1,,,')))).toEqual(['below_minimum']);
    expect(check(long('2023-07,OTD_PCT,ATL,,100.00,,,', '2023-07,OTD_PCT,BOS,,0,,,'))).toEqual([]);
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,100.0000000000000000001,,,')))).toEqual([
      'above_maximum',
    ]);
    expect(check(long('2023-07,AVG_DELAY_MIN,ATL,,-3.5,,,'))).toEqual([]);
  });

  it('refuses ratios that can’t be', () => {
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,,11,10,')))).toEqual([
      'numerator_over_denominator',
      'above_maximum',
    ]);
    expect(check(long('2023-07,AVG_DELAY_MIN,ATL,,,110,10,'))).toEqual([]);
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,,1,-10,')))).toContain('negative_base');
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,,5,,')))).toEqual(['ratio_incomplete']);
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,80,,,-5')))).toEqual(['sample_negative']);
  });

  it('allows value and ratio to differ by half of the last digit given', () => {
    expect(
      check(long('2023-07,OTD_PCT,ATL,,66.67,2,3,', '2023-07,OTD_PCT,BOS,,66.7,2,3,')),
    ).toEqual([]);
    expect(check(long('2023-07,OTD_PCT,ATL,,12.5,1,8,', '2023-07,OTD_PCT,BOS,,13,1,8,'))).toEqual(
      [],
    );
    expect(check(long('2023-07,OTD_PCT,ATL,,66.66,2,3,'))).toMatchObject([
      { code: 'ratio_disagrees', params: { computed: '66.666667' } },
    ]);
  });

  it('takes a denominator of 0 for no value', () => {
    expect(check(long('2023-07,OTD_PCT,ATL,,,0,0,'))).toEqual([]);
    expect(codes(check(long('2023-07,OTD_PCT,ATL,,100,0,0,')))).toEqual(['ratio_without_base']);
  });

  it('refuses months in the future and mentions one that is not over', () => {
    expect(check(long('2024-02,OTD_PCT,ATL,,80,,,'))).toMatchObject([
      { code: 'period_in_future', period: month('2024-02'), params: { latest: '2024-01' } },
    ]);
    expect(check(long('2024-01,OTD_PCT,ATL,,80,,,'))).toMatchObject([
      { severity: 'warning', code: 'period_not_over' },
    ]);
  });

  it('refuses what the vendor does not offer: there, above or below', () => {
    const rows = long(
      '2023-07,OTD_PCT,ATL,,80,,,',
      '2023-07,OTD_PCT,US,,80,,,',
      '2023-07,OTD_PCT,,,80,,,',
      '2023-07,OTD_PCT,FR,,80,,,',
    );
    expect(check(rows).map(({ code, market }) => [code, market])).toEqual([['not_offered', 'FR']]);
    expect(
      check(rows, { offerings: [{ service: 'AIR', market: 'ATL' }] }).map(({ market }) => market),
    ).toEqual(['FR']);
    expect(
      check(rows, { offerings: [{ service: 'AIR', market: 'BOS' }] }).map(({ market }) => market),
    ).toEqual(['ATL', 'FR']);
    expect(check(rows, { offerings: [] })).toEqual([]);
    const services = [
      { code: 'AIR', nameEn: 'Air transport', nameZh: null, aliases: [] },
      { code: 'SEA', nameEn: 'Sea freight', nameZh: null, aliases: [] },
    ];
    expect(codes(check(long('2023-07,OTD_PCT,ATL,Sea freight,80,,,'), { services }))).toEqual([
      'not_offered',
    ]);
  });

  it('keeps the findings of reading and counts all of them together', () => {
    const context = airlineContext({ limits: { ...reportLimits, findings: 2 } });
    const rows = long(
      ...Array.from({ length: 5 }, (_, n) => `2023-0${n + 1},OTD_PCT,ATL,,${133 + n},,,`),
      '2023-07,X,,,1,,,',
    );
    const findings = checkReport(readPasted(rows.join('\n'), context), context);
    expect([findings.list.length, findings.errors, findings.omitted]).toEqual([2, 6, 4]);
    expect(findings.list[0]?.code).toBe('kpi_unknown');
  });
});

describe('warnings', () => {
  it('asks about a value far from the vendor’s own months, once there are six', () => {
    const rows = long('2023-01,OTD_PCT,,,53.60,,,');
    expect(check(rows, { history: eightMonths })).toMatchObject([
      { severity: 'warning', code: 'far_from_history', params: { months: 8, median: '80.48' } },
    ]);
    expect(check(rows, { history: eightMonths.slice(0, 5) })).toEqual([]);
    expect(check(long('2023-01,OTD_PCT,,,79.10,,,'), { history: eightMonths })).toEqual([]);
    expect(check(long('2023-01,OTD_PCT,ATL,,53.60,,,'), { history: eightMonths })).toEqual([]);
    const small = long('2023-01,OTD_PCT,,,53.60,,,12');
    expect(codes(check(small, { history: eightMonths }))).toEqual(['sample_changed']);
  });

  it('does not find a small change unusual after months without any', () => {
    const still = eightMonths.map((reading) => ({ ...reading, value: '80.00' }));
    expect(check(long('2023-01,OTD_PCT,,,80.30,,,'), { history: still })).toEqual([]);
    expect(codes(check(long('2023-01,OTD_PCT,,,90.30,,,'), { history: still }))).toEqual([
      'far_from_history',
    ]);
  });

  it('looks at earlier months alone when an old month is corrected', () => {
    expect(check(long('2022-05,OTD_PCT,,,53.60,,,'), { history: eightMonths })).toEqual([]);
  });

  it('asks about a sample that halved or doubled', () => {
    const samples = (size: number) =>
      codes(check(long(`2023-01,OTD_PCT,,,80.1,,,${size}`), { history: eightMonths }));
    expect([500, 501, 1999, 2000].map(samples)).toEqual([
      ['sample_changed'],
      [],
      [],
      ['sample_changed'],
    ]);
  });

  it('speaks once of a sample that many KPIs share', () => {
    const history = [
      standing('2023-06', '80.1', { sampleSize: '1000' }),
      standing('2023-06', '1000', { kpi: 'FLIGHTS_COMPLETED' }),
    ];
    const findings = check(
      ['Month,OTD_PCT,CARRIER_LATE_PCT,FLIGHTS_COMPLETED', '2023-07,80.2,5.1,400'],
      { history },
    );
    expect(findings.map(({ code, kpi }) => [code, kpi])).toEqual([
      ['sample_changed', 'FLIGHTS_COMPLETED'],
    ]);
  });

  it('asks about a value repeated to the last digit, also inside one report', () => {
    expect(codes(check(long('2023-01,OTD_PCT,,,80.68,,,'), { history: eightMonths }))).toEqual([
      'value_repeated',
    ]);
    expect(codes(check(long('2023-06,OTD_PCT,,,78.52,,,', '2023-07,OTD_PCT,,,78.52,,,')))).toEqual([
      'value_repeated',
    ]);
    expect(check(long('2023-06,OTD_PCT,,,100.00,,,', '2023-07,OTD_PCT,,,100.00,,,'))).toEqual([]);
    expect(check(long('2023-05,OTD_PCT,,,78.52,,,', '2023-07,OTD_PCT,,,78.52,,,'))).toEqual([]);
  });

  it('asks about parts that exceed their total, adding nothing twice', () => {
    const row = (market: string, value: number) =>
      `2023-07,FLIGHTS_COMPLETED,${market},,${value},,,`;
    expect(check(long(row('', 100), row('US', 100), row('ATL', 60), row('BOS', 40)))).toEqual([]);
    const findings = check(long(row('', 200), row('US', 100), row('ATL', 60), row('BOS', 41)));
    expect(findings).toMatchObject([
      { code: 'parts_exceed_total', market: 'US', params: { sum: '101', parts: 2 } },
    ]);
    expect(codes(check(long(row('', 100), row('ATL', 60), row('BOS', 41))))).toEqual([
      'parts_exceed_total',
    ]);
  });

  it('asks where another source says otherwise, rounding allowed for', () => {
    const otherSources = [standing('2023-07', '79.9723', { source: 'system_log' })];
    expect(check(long('2023-07,OTD_PCT,,,79.97,,,'), { otherSources })).toEqual([]);
    expect(check(long('2023-07,OTD_PCT,,,80.1,,,'), { otherSources })).toMatchObject([
      { code: 'differs_from_source', params: { other: '79.9723', otherSource: 'system_log' } },
    ]);
  });
});
