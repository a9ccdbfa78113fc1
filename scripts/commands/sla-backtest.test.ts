import { describe, expect, it } from 'vitest';
import type { BacktestResult } from '~/sla/backtest';
import { DONE, isMisuse, REFUSED } from '../command';
import { COLUMNS, backtestFolder, csv, run, type Row } from '../../tests/cases/backtest-files';

const { at, file } = backtestFolder();

const TERM = {
  kpi: 'K',
  operator: 'gte',
  target: 80,
  bands: [
    { severity: 'minor', from: 78, to: 80, points: 1, credit_percent: 2 },
    { severity: 'serious', from: null, to: 78, points: 2, credit_percent: 5 },
  ],
  repeat: { consecutive: 3 },
  credit: { method: 'tiered' },
};

describe('the command', () => {
  const contract = { currency: 'USD', fee: '100.00', terms: [TERM] };
  const values = [81, 79, 77, 79];
  const readings = values.map((value, index): Row => ({
    period: `2023-0${index + 1}`,
    kpi: 'K',
    value,
  }));
  const files = (rows = csv(COLUMNS, readings), document: unknown = contract) => [
    ...['--contract', file('contract.json', JSON.stringify(document))],
    ...['--readings', file('readings.csv', rows)],
  ];

  it('prints the result to the letter', async () => {
    const { out } = await run([...files('period,kpi,value\n2023-01,K,79.9723'), '--json']);
    expect(JSON.parse(out)).toEqual({
      evaluations: [
        {
          term: 0,
          kpi: 'K',
          period: '2023-01',
          outcome: 'breached',
          kind: 'value',
          reason: null,
          severity: 'minor',
          measured: '79.9723',
          shortfall: '0.0277',
          run: 1,
          points: 1,
          triggers: [],
          credit: '2.00',
          capped: '2.00',
        },
      ],
      credits: [
        { period: '2023-01', currency: 'USD', gross: '2.00', capped: '2.00', issued: '2.00' },
      ],
      totals: { failures: 1, points: 1, issued: '2.00' },
      sweep: [],
    });
  });

  it('sweeps the target, bands moving along', async () => {
    const { out } = await run([...files(), '--json', '--sweep', '0:77:79.5:1']);
    const { sweep } = JSON.parse(out) as BacktestResult;
    expect(sweep).toEqual([
      { target: '77', failures: 0, runs: 0, triggers: 0, issued: '0.00' },
      { target: '78', failures: 1, runs: 1, triggers: 0, issued: '2.00' },
      { target: '79', failures: 1, runs: 1, triggers: 0, issued: '2.00' },
    ]);
    const more = await run([...files(), '--json', '--sweep', '0:80:82:2']);
    expect((JSON.parse(more.out) as BacktestResult).sweep).toEqual([
      { target: '80', failures: 3, runs: 1, triggers: 1, issued: '9.00' },
      { target: '82', failures: 4, runs: 1, triggers: 1, issued: '17.00' },
    ]);
  });

  it('prints tables without --json', async () => {
    const { code, out } = await run([...files(), '--sweep', '0:80:80:1']);
    expect(code).toBe(DONE);
    expect(out).toMatch(/2023-03 +breached +value +serious +77 +3 +2 +2 +5.00/);
    expect(out).toContain('3 failures, 4 points, 9.00 issued');
  });

  it('takes an empty file for no readings where the months are given', async () => {
    const { out } = await run([...files(''), '--json', '--from', '2023-01', '--to', '2023-02']);
    const { evaluations } = JSON.parse(out) as BacktestResult;
    expect(evaluations.map((each) => each.kind)).toEqual(['missing_report', 'missing_report']);
  });

  it('merges identical rows and reads its own exports', async () => {
    const rows = 'vendor,period,kpi,value,report\nV,2023-01,K,90,1\nV,2023-01,K,90.0,2';
    const { code } = await run(files(rows));
    expect(code).toBe(DONE);
  });

  it.each([
    ['an empty file', '', 'holds no readings'],
    ['a header alone', 'period,kpi,value', 'holds no readings'],
    ['no period', 'kpi,value\nK,1', 'the column "period" is missing'],
    ['an unknown column', 'period,kpi,vaule\n2023-01,K,1', 'no column "vaule"'],
    ['text for a number', 'period,kpi,value\n2023-01,K,good', 'row 1, value: "good" is no number'],
    ['a bad month', 'period,kpi,value\n2023-13,K,1', 'row 1, period: "2023-13" is no month'],
    ['a broken quote', 'period,kpi,value\n2023-01,"K,1', 'cannot be read as CSV'],
    ['a negative denominator', 'period,kpi,numerator,denominator\n2023-01,K,1,-1', '-1 is below 0'],
    [
      'differing duplicates',
      'period,kpi,value\n2023-01,K,1\n2023-01,K,2',
      'K of 2023-01 is there twice',
    ],
  ])('refuses readings with %s', async (_, rows, why) => {
    const { code, out, err } = await run(files(rows));
    expect([code, out]).toEqual([REFUSED, '']);
    expect(err).toContain(why);
  });

  it('refuses documents, saying every field that is wrong', async () => {
    const terms = [{ ...TERM, tragte: 1, operator: 'eq' }];
    const { code, err } = await run(files(undefined, { ...contract, terms }));
    expect(code).toBe(REFUSED);
    expect(err).toContain('terms.0.operator: must be one of gte, lte, gt, lt');
    expect(err).toContain('terms.0.tragte: there is no field "tragte"');
    const broken = ['--contract', file('broken.json', '{'), ...files().slice(2)];
    expect(await run(broken)).toMatchObject({ code: REFUSED, out: '' });
    const gone = ['--contract', at('gone.json'), ...files().slice(2)];
    expect((await run(gone)).err).toContain('cannot be read');
  });

  describe('with a price by volume', () => {
    const priced = (pricing: unknown, more: Record<string, unknown> = {}) => ({
      ...{ number: 'C-1', vendor: 'V', title: 'Parcels', currency: 'USD', renewal: 'tacit' },
      ...{ starts: '2023-01-01', ends: '2023-12-31', pricing, terms: [TERM], ...more },
    });
    const unit = { unit: 'parcel', price: '1.25' };
    const parcels = { kpi: 'PARCELS', service: null, market: null };
    const rows = csv(COLUMNS, [
      ...readings,
      { period: '2023-02', kpi: 'PARCELS', value: 1000, source: 'vendor_report' },
      { period: '2023-03', kpi: 'PARCELS', value: 900, source: 'vendor_report' },
      { period: '2023-03', kpi: 'PARCELS', value: 2000, source: 'system_log' },
      { period: '2023-04', kpi: 'PARCELS', value: 7, market: 'FR' },
    ]);
    const credits = async (document: unknown, given = rows) => {
      const { out, err } = await run([...files(given, document), '--json']);
      expect(err).toBe('');
      const result = JSON.parse(out) as BacktestResult;
      return result.credits.map(({ issued }) => issued);
    };

    it('takes its percent of what the reported volumes cost; a month without one costs nothing', async () => {
      const pricing = { model: 'per_unit', units: [{ ...unit, volume: parcels }] };
      // 1,000 and 2,000 parcels at 1.25: 2 % and 5 % of 1,250 and 2,500; April's are those of one market.
      expect(await credits(priced(pricing))).toEqual(['0.00', '25.00', '125.00', '0.00']);
    });

    it('adds them to the agreed fee under hybrid prices, and reads volumes that the file records', async () => {
      const hybrid = { model: 'hybrid', units: [{ ...unit, volume: parcels }] };
      expect(await credits(priced(hybrid, { fee: '100' }))).toEqual([
        ...['0.00', '27.00', '130.00', '0.00'],
      ]);
      const tiered = {
        ...{ model: 'tiered', unit: 'parcel' },
        tiers: [
          { from: '0', price: '2' },
          { from: '100', price: '1' },
        ],
      };
      const volumes = { '2023-02': '100', '2023-03': '300' };
      // 100 at 2 is 200; 300 are 100 at 2 and 200 at 1.
      expect(await credits(priced(tiered, { volumes }))).toEqual([
        ...['0.00', '4.00', '20.00', '0.00'],
      ]);
    });

    it('leaves the fee alone where a price only describes', async () => {
      const described = priced({ model: 'per_unit', units: [unit] }, { fee: '100' });
      expect(await credits(described)).toEqual(['0.00', '2.00', '5.00', '2.00']);
    });
  });

  it('refuses a sweep of a term that is not there, and one that leads nowhere', async () => {
    expect((await run([...files(), '--sweep', '1:77:79:1'])).code).toBe(REFUSED);
    expect((await run([...files(), '--sweep', '0:79:77:1'])).code).toBe(REFUSED);
    expect((await run([...files(), '--sweep', '0:1:99:0.001'])).code).toBe(REFUSED);
  });

  it.each([
    [['--readings', 'x']],
    [['--contract', 'x']],
    [['--contract', 'x', '--readings', 'y', '--from', '2023']],
    [['--contract', 'x', '--readings', 'y', '--from', '2023-02', '--to', '2023-01']],
    [['--contract', 'x', '--readings', 'y', '--as-of', '2023-02-30']],
    [['--contract', 'x', '--readings', 'y', '--sweep', '0:1:2']],
    [['--contract', 'x', '--readings', 'y', '--nothing']],
  ])('finds misuse in %j', async (args) => {
    const thrown: unknown = await run(args).catch((error: unknown) => error);
    expect(isMisuse(thrown)).toBe(true);
  });
});
