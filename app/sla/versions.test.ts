import { describe, expect, it } from 'vitest';
import { period, reading, TERM, trialInput } from '../../tests/sla-trial';
import { backtestInput } from './backtest';
import { type ContractInput, evaluateContract } from './contract-evaluation';
import type { TermInput } from './term-evaluation';

function version(key: string, from: string | null, to: string | null, term = {}) {
  const document = trialInput({ term }).contract.terms[0]!;
  return { key, term: document, effectiveFrom: from, effectiveTo: to };
}

function contract(
  term: Partial<TermInput>,
  values: (number | undefined)[],
  rest: Partial<ContractInput> = {},
) {
  const base = backtestInput(trialInput({}));
  if (!base.ok) throw new Error('refused');
  const readings = values.flatMap((value, index) =>
    value === undefined
      ? []
      : [reading({ period: period('2023-01') + index, value: String(value) })],
  );
  return evaluateContract({
    ...base.value,
    terms: [{ ...base.value.terms[0]!, readings, ...term }],
    from: period('2023-01'),
    to: period('2023-01') + values.length - 1,
    ...rest,
  });
}

const pairs = (result: ReturnType<typeof contract>) =>
  result.terms[0]!.evaluations.map((each) => [each.version, each.run]);

describe('versions of a term', () => {
  it('decide the months wholly theirs, and runs go on across them', () => {
    const versions = [
      version('a', '2023-01-01', '2023-02-28'),
      version('b', '2023-03-01', null, {
        target: 97,
        bands: [{ severity: 'minor', from: null, to: 97 }],
      }),
    ];
    expect(pairs(contract({ versions }, [90, 90, 96, 96]))).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 3],
      ['b', 4],
    ]);
  });

  it('leave out the month in which one gives way to the next', () => {
    const versions = [version('a', '2023-01-01', null), version('b', '2023-02-15', null)];
    const result = contract({ versions }, [90, 90, 90]);
    expect(pairs(result)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(result.months.map((month) => month.period)).toEqual([
      period('2023-01'),
      period('2023-03'),
    ]);
  });

  it('let a window reach over an amendment, but not over a time without a term', () => {
    const rolling = { window: { kind: 'rolling', months: 2 }, aggregate: 'mean' };
    const joined = [
      version('a', null, '2023-02-28', rolling),
      version('b', '2023-03-01', null, rolling),
    ];
    expect(pairs(contract({ versions: joined }, [99, 99, 99])).map(([key]) => key)).toEqual([
      'a',
      'b',
    ]);
    const apart = [
      version('a', null, '2023-02-27', rolling),
      version('b', '2023-03-01', null, rolling),
    ];
    expect(pairs(contract({ versions: apart }, [99, 99, 99, 99])).map(([key]) => key)).toEqual([
      'b',
    ]);
  });

  it('return a credit across an amendment, by the version under which it arose', () => {
    const versions = [
      version('a', null, '2023-01-31', { earn_back: { periods: 2 } }),
      version('b', '2023-02-01', null),
    ];
    const result = contract({ versions }, [85, 99, 99]);
    expect(result.returns).toEqual([
      { term: '0', period: period('2023-03'), creditOf: period('2023-01'), amount: 5000 },
    ]);
    expect(result.terms[0]!.evaluations.map((each) => each.returned)).toEqual([0, 0, 5000]);
  });
});

describe('reports in review', () => {
  it('that came in time are outstanding, not overdue', () => {
    const given = { awaitingReview: [period('2023-02')] };
    const result = contract(given, [99, undefined], { asOf: '2024-01-01' });
    expect(result.terms[0]!.evaluations[1]).toMatchObject({ outcome: 'pending', changesOn: null });
  });
});

describe('the next day on which an evaluation would change', () => {
  const due = { day: 10, grace_days: 5 };
  const changes = (asOf: string, values: (number | undefined)[], term = {}) => {
    const agreement = backtestInput(trialInput({ contract: { report_due: due } }));
    if (!agreement.ok) throw new Error('refused');
    const { agreementOf } = agreement.value;
    const versions = [version('a', '2023-01-01', null, term)];
    const result = contract({ versions }, values, { asOf, agreementOf });
    return result.terms[0]!.evaluations.map((each) => each.changesOn);
  };
  const rolling = { window: { kind: 'rolling', months: 2 } };

  it.each<[string, (number | undefined)[], object, (string | null)[]]>([
    ['2023-01-31', [99], {}, ['2023-02-01']],
    ['2023-02-01', [99], {}, [null]],
    ['2023-02-01', [undefined], {}, ['2023-02-16']],
    ['2023-02-15', [undefined], {}, ['2023-02-16']],
    ['2023-02-16', [undefined], {}, [null]],
    ['2023-03-01', [99, undefined], rolling, ['2023-03-16']],
    ['2023-03-01', [undefined, undefined], { ...rolling, missing: 'ignore' }, ['2023-03-16']],
  ])('at the end of %s with %j under %j: %j', (asOf, values, term, days) => {
    expect(changes(asOf, values, term)).toEqual(days);
  });
});

describe('the working', () => {
  it('names the months, the pooled ratio, the band and the factors of the credit', () => {
    const window = { kind: 'rolling', months: 3 };
    const versions = [version('a', null, null, { window, repeat: { multiplier: 2 } })];
    const readings = [0, 1, 3].map((month) =>
      reading({ period: period('2023-01') + month, numerator: '85', denominator: '100' }),
    );
    const exclusions = [{ from: period('2023-03'), to: period('2023-03') }];
    const result = contract({ versions, readings, exclusions }, [1, 1, 1, 1]);
    expect(result.terms[0]!.evaluations[1]).toMatchObject({
      points: 4,
      credit: 5000,
      working: {
        windowFrom: period('2023-02'),
        used: [period('2023-02'), period('2023-04')],
        excluded: [period('2023-03')],
        outstanding: [],
        sample: '200',
        numerator: '170',
        denominator: '200',
        band: 1,
        multiplier: '2',
        credit: { method: 'tiered', fee: 100000, percent: '5' },
      },
    });
  });

  it('spells out the pool and the points', () => {
    const base = {
      fee: '100000.00',
      at_risk_percent: 10,
      points_table: [{ points: 2, percent: 3 }],
    };
    const pool = { ...TERM, credit: { method: 'pool', pool_percent: 50, allocation_percent: 40 } };
    const terms = [pool, { ...TERM, credit: { method: 'points' } }];
    const input = backtestInput(trialInput({ terms, contract: base, values: [85] }));
    if (!input.ok) throw new Error('refused');
    const [pooled, pointed] = evaluateContract(input.value).terms.map(
      (term) => term.evaluations[0]!,
    );
    expect(pooled?.working.credit?.pool).toEqual({
      atRiskPercent: '10',
      poolPercent: '50',
      allocationPercent: '40',
    });
    expect(pointed?.working.credit).toMatchObject({
      percent: '3',
      contractPoints: { points: '2', amount: 300000 },
    });
  });
});
