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

const unit = fc.constantFrom('%', 'min', 'USD');

/** A month with the outcome that its value has. */
const month = fc
  .record({ measured: value, target, direction, unit })
  .map(({ measured, target: goal, direction: side, unit: counted }): RatedMonth => {
    const isMet =
      side === 'higher' ? Number(measured) >= Number(goal) : Number(measured) <= Number(goal);
    const outcome = isMet ? 'met' : 'breached';
    return { outcome, measured, target: goal, direction: side, unit: counted };
  });

/** A month that failed, of a share of which at least, or at most, so much is promised. */
const failed = (side: 'higher' | 'lower', measured: string, goal: string): RatedMonth => ({
  ...{ outcome: 'breached', measured, target: goal, direction: side, unit: '%' },
});
const uncounted: RatedMonth[] = (['pending', 'no_data', 'excused'] as const).map((outcome) => ({
  outcome,
  measured: '1',
  target: '80',
  direction: 'higher',
  unit: '%',
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
        fc.record({ target, direction, unit }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        bands,
        (others, term, one, other, lines) => {
          const missedBy = (share: number): RatedMonth => {
            const away = term.direction === 'higher' ? 1 - share : 1 + share;
            return {
              ...{ ...term, outcome: 'breached' },
              measured: (Number(term.target) * away).toFixed(6),
            };
          };
          const nearer = ratingOf([...others, missedBy(Math.min(one, other))], lines);
          const farther = ratingOf([...others, missedBy(Math.max(one, other))], lines);
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
    const rating = (measured: string) =>
      ratingOf([failed('higher', measured, '80')], usualRatingBands);
    expect(rating('78.4')).toBe('approaching'); // 98 % of 80
    expect(rating('78.3')).toBe('improve');
    expect(rating('76')).toBe('improve'); // 95 % of 80
    expect(rating('75.9')).toBe('inadequate');
  });

  it('rates a share of which less is better as it rates what is left of it', () => {
    const share = fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2));
    const left = (text: string) => (100 - Number(text)).toFixed(2);
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [goal, measured] = Number(one) < Number(other) ? [one, other] : [other, one];
        const reached = attainment(failed('lower', measured, goal));
        expect(reached).toEqual(attainment(failed('higher', left(measured), left(goal))));
      }),
    );
  });

  it('does not call a carrier poor that cancelled a little too much in one month of three', () => {
    const met: RatedMonth = { ...failed('lower', '0.43', '2'), outcome: 'met' };
    const rating = (cancelled: string) =>
      ratingOf([met, met, failed('lower', cancelled, '2')], usualRatingBands);
    expect(rating('2.44')).toBe('approaching'); // 1.1 % over the quarter
    expect(rating('8.64')).toBe('improve');
    expect(rating('20')).toBe('inadequate');
  });

  it('takes a missing report for nothing reached, and twice the minutes for half', () => {
    const missing: RatedMonth = { ...failed('higher', '0', '80'), measured: null };
    expect(attainment(missing)?.toNumber()).toBe(0);
    const twice: RatedMonth = { ...failed('lower', '40', '20'), unit: 'min' };
    expect(attainment(twice)?.toNumber()).toBe(50);
    expect(meanAttainment([missing, twice])?.toNumber()).toBe(25);
  });

  it('of a vendor counts each KPI once, and is good only where all are', () => {
    const met: RatedMonth = { ...failed('higher', '90', '80'), outcome: 'met' };
    const half = failed('higher', '40', '80');
    expect(overallRating([[met, met], [met]], usualRatingBands)).toBe('good');
    expect(overallRating([[met, met, met, met, met, met], [half]], usualRatingBands)).toBe(
      'inadequate',
    );
    expect(packRatings).toContain('improve');
  });
});
