import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOfDay, daysBetween } from '~/shared/calendar';
import { currentTermEnd, noticeBy, type Renewable } from './renewal';

const contract: Renewable = {
  endsOn: '2023-02-28',
  terminatedOn: null,
  renewal: 'tacit',
  noticeDays: 90,
};

describe('end of the current term', () => {
  it.each<[string, Partial<Renewable>, string | null]>([
    ['2023-02-28', {}, '2023-02-28'],
    ['2023-03-01', {}, '2024-02-29'],
    ['2024-03-01', {}, '2025-02-28'],
    ['2023-03-01', { renewal: 'express' }, '2023-02-28'],
    ['2023-03-01', { renewal: 'none' }, '2023-02-28'],
    ['2023-03-01', { terminatedOn: '2023-05-31' }, '2023-05-31'],
    ['2023-03-01', { endsOn: null }, null],
    ['2024-02-01', { endsOn: '2023-02-27' }, '2024-02-27'],
  ])('on %s with %j: %s', (day, change, end) => {
    expect(currentTermEnd({ ...contract, ...change }, day)).toBe(end);
  });

  it('is the first anniversary that has not passed', () => {
    const days = fc.integer({ min: 10_000, max: 25_000 }).map(dateOfDay);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 8000 }), (endsOn, later) => {
        const day = addDays(endsOn, later);
        const end = currentTermEnd({ ...contract, endsOn }, day) ?? '';
        expect(end >= day).toBe(true);
        expect(daysBetween(day, end)).toBeLessThan(366);
        const anew = addDays(endsOn, 1);
        const years = Number(end.slice(0, 4)) - Number(endsOn.slice(0, 4));
        expect(
          [years - 1, years, years + 1].map((n) => addDays(addMonths(anew, 12 * n), -1)),
        ).toContain(end);
      }),
    );
  });
});

describe('last day for notice', () => {
  it.each<[Partial<Renewable>, string | null]>([
    [{}, '2023-12-01'],
    [{ noticeDays: 0 }, '2024-02-29'],
    [{ noticeDays: null }, null],
    [{ terminatedOn: '2023-05-31' }, null],
    [{ endsOn: null }, null],
  ])('with %j: %s', (change, day) => {
    expect(noticeBy({ ...contract, ...change }, '2023-06-01')).toBe(day);
  });
});
