import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_ROWS, deskRows, taskKinds, usuallyBy, type Task, type TaskKind } from './task';

let count = 0;
function task(kind: TaskKind, dueOn: string | null = null): Task {
  count += 1;
  return { kind, key: `${kind}:${count}`, href: `/${count}`, dueOn, period: null, params: {} };
}

const days = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2024-01-${String(day).padStart(2, '0')}`);
const tasks = fc.array(
  fc
    .record({ kind: fc.constantFrom(...taskKinds), dueOn: fc.option(days) })
    .map(({ kind, dueOn }) => task(kind, dueOn)),
  { maxLength: 60 },
);

describe('deskRows', () => {
  it('puts what is due first at the top and what has no day at the end', () => {
    const late = task('contract_ending', '2024-02-29');
    const soon = task('report_review', '2024-01-15');
    const undated = task('certificate_missing');
    expect(deskRows([undated, late, soon]).map(({ task: shown }) => shown)).toEqual([
      soon,
      late,
      undated,
    ]);
  });

  it('on the same day goes by kind', () => {
    const ruling = task('dispute_ruling', '2024-01-15');
    const review = task('report_review', '2024-01-15');
    expect(deskRows([review, ruling]).map(({ key }) => key)).toEqual([ruling.key, review.key]);
  });

  it('folds the kind of which there are most, and says how many', () => {
    const reviews = Array.from({ length: 30 }, () => task('report_review', '2024-01-20'));
    const ending = task('contract_ending', '2024-01-25');
    const rows = deskRows([...reviews, ending]);
    expect(rows).toHaveLength(DESK_ROWS);
    const [fold] = rows.flatMap((row) => row.fold ?? []);
    expect(fold).toMatchObject({ kind: 'report_review', count: 22, beside: true });
    expect(fold?.href).toBe('/reports?state=submitted');
  });

  it('shows one alone as itself, and names the first of those that are folded', () => {
    const kinds = taskKinds.slice(0, DESK_ROWS);
    const single = kinds.slice(1).map((kind) => task(kind, '2024-01-20'));
    const several = [task('report_overdue', '2024-01-15'), task('report_overdue', '2024-01-14')];
    const rows = deskRows([...single, ...several]);
    expect(rows.flatMap((row) => row.task ?? [])).toEqual(single);
    expect(rows.flatMap((row) => row.fold ?? [])).toMatchObject([{ count: 2, first: several[1] }]);
  });

  it('has at most ten rows that stand for every task of at most ten kinds, none twice', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const few = given.filter(({ kind }) => taskKinds.indexOf(kind) < DESK_ROWS);
        const rows = deskRows(few);
        expect(rows.length).toBeLessThanOrEqual(DESK_ROWS);
        const shown = rows.flatMap((row) => row.task ?? []);
        const folded = rows.reduce((sum, row) => sum + (row.fold?.count ?? 0), 0);
        expect(shown.length + folded).toBe(few.length);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        if (few.length <= DESK_ROWS) expect(folded).toBe(0);
      }),
    );
  });

  it('never has more than ten rows, whatever there is', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        expect(deskRows(given).length).toBeLessThanOrEqual(DESK_ROWS);
      }),
    );
  });
});

describe('usuallyBy', () => {
  it('counts working days', () => {
    expect(usuallyBy('report_review', '2024-01-11')).toBe('2024-01-18');
    expect(usuallyBy('proposal_decision', '2024-01-11')).toBe('2024-01-25');
  });
});
