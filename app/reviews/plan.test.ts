import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastMonthOf, plainQuarter, quarterOf } from '~/packs/quarter';
import { isBusinessDay } from '~/shared/calendar';
import { lastDay, periodOf } from '~/shared/period';
import {
  commentsUntil,
  freezeDay,
  heldBy,
  instantAt,
  isHeldLate,
  isReviewDue,
  meetingClock,
  meetingDay,
  nextSlot,
  reviewMinutes,
} from './plan';

const fourth = periodOf(2022, 10);
const quarter = fc.integer({ min: 8000, max: 8200 }).map((n) => n * 3);
const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Asia/Shanghai',
  'Europe/Berlin',
  'Pacific/Auckland',
);

describe('the plan of reviews', () => {
  it('follows the tier', () => {
    const due = (tier: Parameters<typeof isReviewDue>[0]) =>
      [1, 4, 7, 10].filter((month) => isReviewDue(tier, periodOf(2023, month)));
    expect(due('strategic')).toEqual([1, 4, 7, 10]);
    expect(due('preferred')).toEqual([4, 10]);
    expect(due('standard')).toEqual([10]);
    expect(due('transactional')).toEqual([]);
    expect(due(null)).toEqual([]);
  });

  it('takes an hour of its agenda', () => {
    expect(reviewMinutes).toBe(60);
  });

  it('holds each within six weeks of the quarter, on a business day, its pack frozen after the quarter', () => {
    fc.assert(
      fc.property(quarter, zone, fc.integer({ min: 0, max: 60 }), (first, timeZone, others) => {
        const taken: string[] = [];
        for (let n = 0; n < others; n += 1) taken.push(nextSlot(first, timeZone, taken));
        const review = {
          ...{ meetsAt: nextSlot(first, timeZone, taken), timeZone, quarter: first },
          openedAt: null,
        };
        expect(isHeldLate(review)).toBe(false);
        expect(isBusinessDay(meetingDay(review))).toBe(true);
        expect(freezeDay(review) > lastDay(lastMonthOf(first))).toBe(true);
        expect(commentsUntil(review) > freezeDay(review)).toBe(true);
        expect(commentsUntil(review) < meetingDay(review)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives an owner no hour twice while one is free', () => {
    const taken: string[] = [];
    for (let n = 0; n < 16; n += 1) taken.push(nextSlot(fourth, 'America/New_York', taken));
    expect(new Set(taken).size).toBe(16);
  });

  it('is on no public holiday of the vendor’s', () => {
    const first = nextSlot(fourth, 'UTC', []);
    expect(nextSlot(fourth, 'UTC', [], [first.slice(0, 10)]) > first).toBe(true);
  });

  it('knows the clocks of a place, and when they change', () => {
    expect(instantAt('2023-03-26', 10, 'Europe/Berlin')).toBe('2023-03-26T08:00:00.000Z');
    expect(instantAt('2023-03-25', 10, 'Europe/Berlin')).toBe('2023-03-25T09:00:00.000Z');
    expect(instantAt('2023-01-30', 0, 'Asia/Shanghai', 30)).toBe('2023-01-29T16:30:00.000Z');
    expect(
      meetingClock({ meetsAt: '2023-01-31T15:00:00.000Z', timeZone: 'America/New_York' }),
    ).toBe('2023-01-31 10:00 (America/New_York)');
  });

  it('is late from the day after six weeks', () => {
    expect(heldBy(fourth)).toBe('2023-02-11');
    const on = (day: string) => ({
      quarter: fourth,
      timeZone: 'America/Los_Angeles',
      meetsAt: '2023-02-01T18:00:00.000Z',
      openedAt: day,
    });
    expect(isHeldLate(on('2023-02-12T07:59:00.000Z'))).toBe(false);
    expect(isHeldLate(on('2023-02-12T08:00:00.000Z'))).toBe(true);
    expect(isHeldLate({ ...on(''), openedAt: null })).toBe(false);
  });

  it('names quarters', () => {
    expect(quarterOf(periodOf(2022, 12))).toBe(fourth);
    expect(plainQuarter(fourth)).toBe('2022 Q4');
  });
});
