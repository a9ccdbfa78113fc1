import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMinor } from '~/shared/money';
import { type Given, period, reading, trial, trialInput } from '../../tests/sla-trial';
import { backtest, type BacktestEvaluation } from './backtest';

const value = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000),
  fc.constant(null),
  fc.constant(undefined),
);
const values = fc.array(value, { minLength: 1, maxLength: 30 });
const method = fc.constantFrom('tiered', 'shortfall', 'points', 'pool');
const contract = fc.record({
  fee: fc.nat(10_000_000).map((cents) => (cents / 100).toFixed(2)),
  credit_cap_percent: fc.option(fc.nat(100)),
  at_risk_percent: fc.constant(10),
  points_table: fc.constant([
    { points: 1, percent: 3 },
    { points: 6, percent: 9 },
  ]),
});

const cents = (amount: string): number => parseMinor(amount, 'USD') ?? NaN;

function termOf(kpi: string, credit: string) {
  const pool = credit === 'pool' ? { pool_percent: 50, allocation_percent: 40 } : {};
  const bands = [
    { severity: 'minor', from: 60, to: 80, points: 1, credit_percent: 4 },
    { severity: 'critical', from: null, to: 60, points: 3, credit_percent: 30 },
  ];
  return { kpi, operator: 'gte', target: 80, bands, credit: { method: credit, ...pool } };
}

describe('credits', () => {
  it('never exceed the cap, and sum to it exactly once it is passed', () => {
    const terms = fc.array(fc.tuple(method, values), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(contract, terms, (agreed, given) => {
        const result = trial({
          contract: agreed,
          terms: given.map(([credit], index) => termOf(`K${index}`, credit)),
          readings: given.flatMap(([, ofTerm], index) =>
            ofTerm.flatMap((one, month) =>
              one === undefined
                ? []
                : [
                    {
                      kpi: `K${index}`,
                      period: period('2023-01') + month,
                      value: one === null ? null : String(one),
                    },
                  ],
            ),
          ),
        });
        for (const month of result.credits) {
          const lines = result.evaluations.filter((each) => each.period === month.period);
          const sum = (name: 'credit' | 'capped') =>
            lines.reduce((total, line) => total + cents(line[name]), 0);
          expect(sum('credit')).toBe(cents(month.gross));
          expect(sum('capped')).toBe(cents(month.capped));
          const percent = agreed.credit_cap_percent;
          const cap =
            percent === null ? Infinity : Math.floor((cents(agreed.fee) * percent + 50) / 100);
          expect(cents(month.capped)).toBe(Math.min(cents(month.gross), cap));
        }
      }),
    );
  });

  it('of shortfall never exceed the fee', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 100 }), fc.nat(100_000), (measured, fee) => {
        const terms = [termOf('K', 'shortfall')];
        const [one] = trial({ terms, contract: { fee }, values: [measured] }).evaluations;
        expect(cents(one!.credit)).toBeLessThanOrEqual(fee * 100);
      }),
    );
  });
});

describe('evaluations', () => {
  const window = fc.constantFrom(
    { kind: 'calendar', months: 1 },
    { kind: 'calendar', months: 3 },
    { kind: 'rolling', months: 4 },
  );

  it('do not depend on the order of the readings', () => {
    fc.assert(
      fc.property(values, window, fc.nat(), (given, months, seed) => {
        const input = trialInput({ term: { window: months }, values: given });
        const count = input.readings.length;
        const turned = input.readings.map((_, index) => input.readings[(index + seed) % count]!);
        const shuffled = seed % 2 === 0 ? turned : turned.reverse();
        expect(backtest({ ...input, readings: shuffled })).toEqual(backtest(input));
      }),
    );
  });

  it('of a rolling window say what a single month with its mean would', () => {
    const months = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(months, (given) => {
        const rolling = { window: { kind: 'rolling', months: 3 } };
        const outcomes = trial({ term: rolling, values: given }).evaluations;
        expect(outcomes).toHaveLength(given.length - 2);
        const decided = (each: BacktestEvaluation) => [each.outcome, each.severity, each.measured];
        outcomes.forEach((each, index) => {
          const numerator = given.slice(index, index + 3).reduce((sum, one) => sum + one, 0);
          const alone = reading({ numerator: String(numerator), denominator: '300' });
          const [single] = trial({ readings: [alone] }).evaluations;
          expect(decided(each)).toEqual(decided(single!));
        });
      }),
    );
  });

  it('of the months before a day are the same when a later day is asked', () => {
    const day = fc
      .integer({ min: 0, max: 27 })
      .map((offset) => String(offset + 1).padStart(2, '0'));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), day, (given, month, dayOfMonth) => {
        const asOf = `2023-${String(month).padStart(2, '0')}-${dayOfMonth}`;
        const range: Given = { values: given, from: '2023-01', to: '2024-06' };
        const now = trial({ ...range, asOf }).evaluations;
        const later = trial({ ...range, asOf: '2025-01-01' }).evaluations;
        now.forEach((each, index) => {
          if (each.outcome === 'pending') return;
          expect(later[index]).toEqual(each);
        });
      }),
    );
  });
});
