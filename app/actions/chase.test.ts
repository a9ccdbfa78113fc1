import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/shared/calendar';
import { chaseDays, chaseDue, latestChased, type Chased } from './chase';

const DUE = '2024-01-31';

/** The letters that are written about an action by runs on some days after its due day. */
function written(days: readonly number[]): number[] {
  let chased: Chased | null = null;
  const letters: number[] = [];
  for (const day of days) {
    const step = chaseDue(DUE, addDays(DUE, day), chased);
    if (step === null) continue;
    letters.push(step);
    chased = { dueOn: DUE, day: step };
  }
  return letters;
}

describe('chasing an action', () => {
  it('writes each letter once where a run comes every day', () => {
    const everyDay = Array.from({ length: 80 }, (_, index) => index - 20);
    expect(written([...everyDay, ...everyDay.slice(-1)])).toEqual([...chaseDays]);
  });

  it('never writes twice on a day, nor a step twice, whatever days nothing ran', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 90 })), (days) => {
        const runs = [...days].sort((a, b) => a - b);
        const letters = written(runs.flatMap((day) => [day, day]));
        expect(letters).toEqual([...new Set(letters)]);
        const last = runs.at(-1) ?? -20;
        expect(letters.at(-1)).toBe(chaseDays.findLast((day) => last >= day));
      }),
    );
  });

  it('begins anew where the due day moved', () => {
    expect(chaseDue('2024-02-29', '2024-02-27', { dueOn: DUE, day: 14 })).toBe(-3);
    expect(chaseDue(DUE, addDays(DUE, 20), { dueOn: DUE, day: 14 })).toBeNull();
  });

  it('looks no further ahead than its first letter', () => {
    expect(chaseDue(latestChased('2024-01-12'), '2024-01-12', null)).toBe(-3);
    expect(chaseDue(addDays(latestChased('2024-01-12'), 1), '2024-01-12', null)).toBeNull();
  });
});
