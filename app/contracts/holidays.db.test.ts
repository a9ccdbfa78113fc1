import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { everything } from '~/auth/act';
import { reportDueDate } from '~/shared/calendar';
import { periodOf } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contractNoticeDates } from './contract-date-queries.server';
import { holidaysOf, noticeHolidays, reportDueWithCalendar } from './holidays.server';
import { loadContractDocuments } from './load-contract-documents.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

const contract = {
  ...{ reportDueDay: null, reportDueBusinessDay: 3, graceDays: 0 },
  ...{ startsOn: '2023-01-01', calendarCountry: null as string | null },
};
const december = periodOf(2023, 12);

describe('the business calendar of a contract', () => {
  it('knows public holidays', async () => {
    expect(await holidaysOf('DE', 2024)).toContain('2024-10-03');
    expect(await holidaysOf('FR', 2024)).toContain('2024-07-14');
    expect(await holidaysOf('US', 2024)).toContain('2024-07-04');
  });

  it.each([
    [null, '2024-01-03'],
    ['DE', '2024-01-04'],
    ['JP', '2024-01-04'],
  ])('of %s puts the third business day of January 2024 on %s', async (calendarCountry, day) => {
    const due = await reportDueWithCalendar({ ...contract, calendarCountry });
    expect(reportDueDate(december, due)).toBe(day);
  });

  it('leaves days of the month alone', async () => {
    const due = await reportDueWithCalendar({
      ...contract,
      ...{ reportDueDay: 1, reportDueBusinessDay: null, calendarCountry: 'DE' },
    });
    expect(due).toEqual({ day: 1, grace_days: 0 });
  });

  it('reaches what is evaluated', async () => {
    const { contractId } = cast.vendor.harbour;
    await store.transact(async (tx) => {
      await tx
        .update(contracts)
        .set({ reportDueDay: null, reportDueBusinessDay: 3, calendarCountry: 'DE' })
        .where(eq(contracts.id, contractId));
    });
    const [loaded] = await loadContractDocuments(store.read, everything, [contractId]);
    expect(reportDueDate(december, loaded?.document.report_due ?? null)).toBe('2024-01-04');
  });

  it('decides on the last day for notice where the contract says so, and on its reminder', async () => {
    const { contractId } = cast.vendor.harbour;
    const agree = (noticeDay: 'exact' | 'business_day_before') =>
      store.transact(async (tx) => {
        await tx
          .update(contracts)
          .set({
            ...{ calendarCountry: 'FR', noticeDay, noticeDays: 31 },
            // 31 days before 8 June 2024 is 8 May, a holiday in France.
            ...{ endsOn: '2024-06-08', renewal: 'none' },
          })
          .where(eq(contracts.id, contractId));
      });
    const reminded = async () =>
      (await contractNoticeDates(store.read, () => '2024-04-20')).map(({ date }) => date);
    await agree('exact');
    expect(await reminded()).toEqual(['2024-05-08']);
    await agree('business_day_before');
    expect(await reminded()).toEqual(['2024-05-07']);
  });

  it('is looked up only where notices follow it', async () => {
    const plain = { calendarCountry: 'FR', noticeDay: null };
    const counted = { calendarCountry: 'FR', noticeDay: 'business_days' as const };
    const holidays = await noticeHolidays([plain, counted], '2024-01-12');
    expect(holidays(plain)).toEqual([]);
    expect(holidays(counted)).toContain('2024-05-08');
  });
});
