import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attainment,
  isWorse,
  meanAttainment,
  overallRating,
  ratingOf,
  usualRatingBands,
  type RatedMonth,
} from './rating';
import { packRatings } from './section';

const value = fc.integer({ min: 0, max: 20_000 }).map((cents) => (cents / 100).toFixed(2));
const target = fc.integer({ min: 1, max: 10_000 }).map((cents) => (cents / 100).toFixed(2));
const direction = fc.constantFrom('higher' as const, 'lower' as const);
const bands = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([one, other]) => ({
    approaching: Math.max(one, other),
    improve: Math.min(one, other),
  }));

/** A month with the outcome that its value has. */
const month = fc
  .record({ measured: value, target, direction })
  .map(({ measured, target: goal, direction: side }): RatedMonth => {
    const isMet =
      side === 'higher' ? Number(measured) >= Number(goal) : Number(measured) <= Number(goal);
    return { outcome: isMet ? 'met' : 'breached', measured, target: goal, direction: side };
  });
const uncounted: RatedMonth[] = (['pending', 'no_data', 'excused'] as const).map((outcome) => ({
  outcome,
  measured: '1',
  target: '80',
  direction: 'higher',
}));

describe('the rating of a quarter', () => {
  it('is good exactly when every month that counts met its target', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 9 }), bands, (months, lines) => {
        const allMet = months.every(({ outcome }) => outcome === 'met');
        expect(ratingOf(months, lines) === 'good').toBe(allMet);
      }),
    );
  });

  it('lies between 0 and 100 percent of the target', () => {
    fc.assert(
      fc.property(month, (one) => {
        const reached = attainment(one)?.toNumber() ?? -1;
        expect(reached).toBeGreaterThanOrEqual(0);
        expect(reached).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('never gets worse when a failed month comes nearer to its target', () => {
    fc.assert(
      fc.property(
        fc.array(month, { maxLength: 8 }),
        target,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        bands,
        (others, goal, one, other, lines) => {
          const failed = (share: number): RatedMonth => ({
            outcome: 'breached',
            measured: (Number(goal) * share * 0.99).toFixed(6),
            target: goal,
            direction: 'higher',
          });
          const [near, far] = [Math.max(one, other), Math.min(one, other)];
          const nearer = ratingOf([...others, failed(near)], lines);
          const farther = ratingOf([...others, failed(far)], lines);
          expect(isWorse(nearer, farther)).toBe(false);
        },
      ),
    );
  });

  it('does not count what is excused, pending or without data', () => {
    fc.assert(
      fc.property(fc.array(month, { maxLength: 6 }), bands, (months, lines) => {
        expect(ratingOf([...months, ...uncounted], lines)).toBe(ratingOf(months, lines));
      }),
    );
    expect(ratingOf(uncounted, usualRatingBands)).toBeNull();
    expect(overallRating([uncounted], usualRatingBands)).toBeNull();
  });

  it('gets no better by stricter bands', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), bands, (months, lines) => {
        const strict = { approaching: 100, improve: lines.approaching };
        expect(isWorse(ratingOf(months, lines), ratingOf(months, strict))).toBe(false);
      }),
    );
  });

  it('follows the bands', () => {
    const at = (measured: string): RatedMonth => ({
      outcome: 'breached',
      measured,
      target: '80',
      direction: 'higher',
    });
    const rating = (...values: string[]) => ratingOf(values.map(at), usualRatingBands);
    expect(rating('78.4')).toBe('approaching'); // 98 % of 80
    expect(rating('78.3')).toBe('improve');
    expect(rating('72')).toBe('improve'); // 90 % of 80
    expect(rating('71.9')).toBe('inadequate');
  });

  it('takes a missing report for nothing reached, and a rate of which less is better the other way round', () => {
    const missing: RatedMonth = {
      outcome: 'breached',
      measured: null,
      target: '80',
      direction: 'higher',
    };
    expect(attainment(missing)?.toNumber()).toBe(0);
    const twice: RatedMonth = {
      outcome: 'breached',
      measured: '4',
      target: '2',
      direction: 'lower',
    };
    expect(attainment(twice)?.toNumber()).toBe(50);
    expect(meanAttainment([missing, twice])?.toNumber()).toBe(25);
  });

  it('of a vendor counts each KPI once, and is good only where all are', () => {
    const met: RatedMonth = { outcome: 'met', measured: '90', target: '80', direction: 'higher' };
    const half: RatedMonth = {
      outcome: 'breached',
      measured: '40',
      target: '80',
      direction: 'higher',
    };
    expect(overallRating([[met, met], [met]], usualRatingBands)).toBe('good');
    expect(overallRating([[met, met, met, met, met, met], [half]], usualRatingBands)).toBe(
      'inadequate',
    );
    expect(packRatings).toContain('improve');
  });
});
