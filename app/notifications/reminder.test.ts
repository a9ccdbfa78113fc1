import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/shared/calendar';
import { reminderDue, reminderSteps, type Reminded } from './reminder';

const date = '2024-06-30';
const on = (daysBefore: number, reminded: Reminded | null = null) =>
  reminderDue(date, addDays(date, -daysBefore), reminded);

describe('a reminder', () => {
  it.each<[number, number | null]>([
    [91, null],
    [90, 90],
    [31, 90],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 7],
    [0, 0],
    [-31, 0],
    [-32, null],
  ])('%d days before, with nothing written yet: %s', (daysBefore, step) => {
    expect(on(daysBefore)).toBe(step);
  });

  it('is written once a step', () => {
    expect(on(80, { date, daysBefore: 90 })).toBeNull();
    expect(on(30, { date, daysBefore: 90 })).toBe(30);
    expect(on(29, { date, daysBefore: 30 })).toBeNull();
    expect(on(-3, { date, daysBefore: 0 })).toBeNull();
  });

  it('is written anew where the date has moved', () => {
    expect(on(29, { date: '2024-06-15', daysBefore: 0 })).toBe(30);
  });

  it('comes once for each step on a server that runs daily, and at most once a run on one that was off', () => {
    const runs = fc.uniqueArray(fc.integer({ min: -60, max: 120 }), { minLength: 1 });
    fc.assert(
      fc.property(runs, (daysBefore) => {
        let reminded: Reminded | null = null;
        const written: number[] = [];
        for (const days of [...daysBefore].sort((a, b) => b - a)) {
          const step = on(days, reminded);
          if (step === null) continue;
          expect(step).toBeGreaterThanOrEqual(Math.max(days, 0));
          written.push(step);
          reminded = { date, daysBefore: step };
        }
        expect(new Set(written).size).toBe(written.length);
        // Nothing is left out that a run could have written: the nearest step reached at the last run before the end.
        const last = Math.min(...daysBefore.filter((days) => days >= -31 && days <= 90));
        const nearest = reminderSteps.findLast((step) => last <= step);
        expect(written.at(-1)).toBe(Number.isFinite(last) ? nearest : undefined);
      }),
    );
    const daily = Array.from({ length: 120 }, (_, index) => 110 - index);
    let reminded: Reminded | null = null;
    const written = daily.flatMap((days) => {
      const step = on(days, reminded);
      if (step === null) return [];
      reminded = { date, daysBefore: step };
      return [[days, step]];
    });
    expect(written).toEqual(reminderSteps.map((step) => [step, step]));
  });
});
