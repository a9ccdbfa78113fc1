import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isBusinessDay, localDate } from '~/shared/calendar';
import {
  currentTermEnd,
  currentTermStart,
  endOfMonths,
  nextTermEnd,
  noticeBefore,
  noticeBy,
  vendorNoticeBy,
  wholeMonths,
  type Renewable,
} from './renewal';
import {
  base,
  monthly,
  leapStart,
  worked,
  day,
  months,
  later,
} from '../../tests/cases/renewal-cases';

describe('worked cases', () => {
  it('are forty', () => {
    expect(worked).toHaveLength(40);
  });

  it.each(worked)('%s (%j) on %s: ends %s, notice by %s', (_, change, on, end, notice) => {
    const contract = { ...base, ...change };
    expect(currentTermEnd(contract, on)).toBe(end);
    expect(noticeBy(contract, on, [])).toBe(notice);
  });

  it('know the notice of either side', () => {
    const contract = { ...base, noticeDays: 30, vendorNoticeMonths: 6 };
    expect(noticeBy(contract, '2023-05-01', [])).toBe('2023-12-01');
    expect(vendorNoticeBy(contract, '2023-05-01', [])).toBe('2023-06-30');
  });

  it('follow the day of the contract, not of the reader', () => {
    const midnight = new Date('2023-12-31T16:30:00Z');
    expect(currentTermEnd(base, localDate(midnight, 'America/New_York'))).toBe('2023-12-31');
    expect(currentTermEnd(base, localDate(midnight, 'Asia/Shanghai'))).toBe('2024-12-31');
  });
});

describe('terms', () => {
  it('of whole months are recognised from their last day', () => {
    fc.assert(
      fc.property(day, months, (startsOn, length) => {
        expect(wholeMonths(startsOn, endOfMonths(startsOn, length))).toBe(length);
      }),
    );
  });

  it('follow each other without gap or overlap, each counted from the first start', () => {
    fc.assert(
      fc.property(day, months, months, later, (startsOn, initial, renewalMonths, after) => {
        const endsOn = endOfMonths(startsOn, initial);
        const contract = { ...base, startsOn, endsOn, renewalMonths };
        const on = addDays(startsOn, Math.max(0, after));
        const end = currentTermEnd(contract, on) ?? '';
        const start = currentTermStart(contract, on);
        expect(start <= on && on <= end).toBe(true);
        expect(currentTermEnd(contract, end)).toBe(end);
        expect(currentTermStart(contract, addDays(end, 1))).toBe(addDays(end, 1));
        const count = wholeMonths(startsOn, end);
        expect(count).not.toBeNull();
        expect(((count ?? 0) - initial) % renewalMonths).toBe(0);
        if (start > startsOn)
          expect(currentTermEnd(contract, addDays(start, -1))).toBe(addDays(start, -1));
      }),
    );
  });

  it('that end on any day roll from the day after it', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 900 }),
        months,
        later,
        (startsOn, length, renewalMonths, after) => {
          const endsOn = addDays(startsOn, length);
          const contract = { ...base, startsOn, endsOn, renewalMonths };
          const on = addDays(endsOn, after);
          const end = currentTermEnd(contract, on) ?? '';
          expect(end >= on && end >= endsOn).toBe(true);
          if (end > endsOn) expect(currentTermStart(contract, on) <= on).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['a year after a year', {}, '2024-12-31'],
    ['a month, never from a clamped end', monthly, '2023-03-30'],
    ['the second in a row', { ...monthly, endsOn: '2023-03-30' }, '2023-04-29'],
    ['a leap day’s year', leapStart, '2026-02-27'],
    ['an end on any day', { endsOn: '2023-10-14', renewalMonths: 3 }, '2024-01-14'],
    ['a usual year where none is said', { renewalMonths: null }, '2024-12-31'],
    ['without an end', { endsOn: null }, null],
  ])('renewed by agreement go on as tacit ones do: %s', (_, change, end) => {
    const contract: Renewable = { ...base, renewal: 'express', ...change };
    expect(nextTermEnd(contract)).toBe(end);
    const { endsOn } = contract;
    if (endsOn !== null)
      expect(currentTermEnd({ ...contract, renewal: 'tacit' }, addDays(endsOn, 1))).toBe(end);
  });

  it('never roll where renewal is express or none', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('express' as const, 'none' as const),
        later,
        (endsOn, renewal, after) => {
          const contract = { ...base, startsOn: '1990-01-01', endsOn, renewal };
          expect(currentTermEnd(contract, addDays(endsOn, after))).toBe(endsOn);
        },
      ),
    );
  });
});

describe('notice', () => {
  it('in days is exactly so many days before the end, whatever the clocks do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (end, count) => {
        expect(daysBetween(noticeBefore(end, { days: count, months: null }) ?? '', end)).toBe(
          count,
        );
      }),
    );
  });

  it('in months leaves at least the months between, to the day after the end', () => {
    fc.assert(
      fc.property(day, months, (end, count) => {
        const by = noticeBefore(end, { days: null, months: count }) ?? '';
        expect(addMonths(addDays(by, 1), count) <= addDays(end, 1)).toBe(true);
        expect(addMonths(addDays(by, 5), count) > addDays(end, 1)).toBe(true);
      }),
    );
  });
});

describe('notice by the business calendar', () => {
  const german = ['2023-10-03', '2023-12-25', '2023-12-26', '2024-01-01'];
  const ending = { ...base, endsOn: '2023-12-31' };

  it.each([
    // 90 days before 31 December is Monday 2 October; 89 days before it the holiday of 3 October.
    ['exact', { noticeDays: 89 }, '2023-10-03'],
    ['business_day_before', { noticeDays: 90 }, '2023-10-02'],
    ['business_day_before', { noticeDays: 89 }, '2023-10-02'],
    // Sunday 1 October, and from 24 December over Christmas back to Friday the 22nd.
    ['business_day_before', { noticeDays: 91 }, '2023-09-29'],
    ['business_day_before', { noticeDays: 5 }, '2023-12-22'],
    // Three months before 31 December is Saturday 30 September.
    ['exact', { noticeMonths: 3 }, '2023-09-30'],
    ['business_day_before', { noticeMonths: 3 }, '2023-09-29'],
    ['business_days', { noticeMonths: 3 }, '2023-09-29'],
    // Five business days before 31 December: 29, 28, 27, 22, 21; without a calendar 29, 28, 27, 26, 25.
    ['business_days', { noticeDays: 5 }, '2023-12-21'],
    ['business_days', { noticeDays: 0 }, '2023-12-31'],
  ] as const)('%s, %j: by %s', (noticeDay, notice, by) => {
    expect(noticeBy({ ...ending, ...notice, noticeDay }, '2023-05-01', german)).toBe(by);
  });

  it('knows weekends alone where no calendar is named', () => {
    const five = { ...ending, noticeDays: 5, noticeDay: 'business_days' } as const;
    expect(noticeBy(five, '2023-05-01', [])).toBe('2023-12-25');
  });

  it('is never later than the day as it falls, and always a business day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (end, count) => {
        const notice = { days: count, months: null };
        const exact = noticeBefore(end, notice) ?? '';
        const moved =
          noticeBefore(end, notice, { count: 'business_day_before', holidays: german }) ?? '';
        expect(moved <= exact && daysBetween(moved, exact) < 7).toBe(true);
        expect(isBusinessDay(moved) && !german.includes(moved)).toBe(true);
        const counted = noticeBefore(end, notice, { count: 'business_days', holidays: german });
        expect((counted ?? '') <= exact).toBe(true);
      }),
    );
  });
});
