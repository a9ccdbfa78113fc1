import { describe, expect, it } from 'vitest';
import { each, trial } from '../../tests/sla-trial';

const BAD = 85;
const GOOD = 99;

describe('runs', () => {
  it('are not broken by excused, pending and empty months, and ended by met and at risk', () => {
    const values = [BAD, BAD, null, BAD, undefined, BAD, GOOD, BAD, 96, BAD];
    const result = trial({
      term: { warn_at: 97 },
      values,
      exclusions: [['2023-02', '2023-02']],
    });
    expect(each(result, 'outcome')).toEqual([
      ...['breached', 'excused', 'no_data', 'breached', 'breached', 'breached', 'met', 'breached'],
      ...['at_risk', 'breached'],
    ]);
    expect(each(result, 'run')).toEqual([1, 0, 0, 2, 3, 4, 0, 1, 0, 1]);
  });

  it('are not broken by a month that waits for its report', () => {
    const result = trial({
      contract: { report_due: { day: 31, grace_days: 31 } },
      values: [BAD, undefined, BAD],
      asOf: '2023-04-01',
    });
    expect(each(result, 'outcome')).toEqual(['breached', 'pending', 'breached']);
    expect(each(result, 'run')).toEqual([1, 0, 2]);
  });

  it('start at `from`', () => {
    const repeat = { consecutive: 2, n_of_m: [2, 4] };
    const result = trial({ term: { repeat }, values: [BAD, BAD, BAD], from: '2023-03' });
    expect(result.evaluations).toMatchObject([{ run: 1, triggers: [] }]);
  });

  it('multiply the points of each later failure, not compounding, and leave the credit alone', () => {
    const result = trial({ term: { repeat: { multiplier: 1.5 } }, values: [85, 70, 85, GOOD, 70] });
    expect(each(result, 'points')).toEqual([2, 6, 3, 0, 4]);
    expect(each(result, 'credit')).toEqual(['50.00', '100.00', '50.00', '0.00', '100.00']);
    expect(result.totals.points).toBe(15);
  });
});

describe('triggers', () => {
  const raised = (repeat: object, values: (number | null | undefined)[], rest = {}) =>
    each(trial({ term: { repeat, ...rest }, values }), 'triggers').flatMap((triggers, index) =>
      triggers.map((trigger) => `${trigger} ${index + 1}`),
    );

  it('consecutive: once for a run, again for the next', () => {
    const values = [BAD, BAD, BAD, null, BAD, GOOD, BAD, BAD];
    expect(raised({ consecutive: 2 }, values)).toEqual(['consecutive 2', 'consecutive 8']);
    expect(raised({ consecutive: 1 }, [BAD, BAD, GOOD, BAD])).toEqual([
      'consecutive 1',
      'consecutive 4',
    ]);
  });

  it('n of m: again only after having been false', () => {
    const values = [BAD, BAD, GOOD, BAD, GOOD, GOOD, BAD, BAD];
    expect(raised({ n_of_m: [2, 3] }, values)).toEqual(['n_of_m 2', 'n_of_m 8']);
  });

  it('n of m: months without data count among the m', () => {
    expect(raised({ n_of_m: [2, 3] }, [BAD, null, BAD])).toEqual(['n_of_m 3']);
    expect(raised({ n_of_m: [2, 3] }, [BAD, null, null, BAD])).toEqual([]);
  });

  it("n of m: m counts the term's own periods", () => {
    const window = { kind: 'calendar', months: 3 };
    const quarters = (...bad: number[]) =>
      Array.from({ length: 18 }, (_, month) => (bad.includes(Math.floor(month / 3)) ? BAD : GOOD));
    const count = (values: number[]) =>
      each(trial({ term: { window, repeat: { n_of_m: [2, 4] } }, values }), 'triggers').flat()
        .length;
    expect(count(quarters(0, 3))).toBe(1);
    expect(count(quarters(0, 4))).toBe(0);
  });

  it('both in one period', () => {
    const result = trial({
      term: { repeat: { consecutive: 2, n_of_m: [2, 2] } },
      values: [BAD, BAD],
    });
    expect(each(result, 'triggers')).toEqual([[], ['consecutive', 'n_of_m']]);
  });
});
