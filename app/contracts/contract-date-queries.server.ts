import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { DatedSubject } from '~/notifications/remind-of-dates.server';
import { remindableDates } from '~/notifications/reminder';
import type { TodayIn } from '~/shared/today';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { isAgreed } from './agreed.server';
import { noticeHolidays } from './holidays.server';
import { currentTermEnd, noticeBy, type Renewable } from './renewal';

/** When the current terms of contracts end, as far as that may have to be reminded of. */
export async function contractEndDates(reader: Reader, today: TodayIn): Promise<DatedSubject[]> {
  return datesOf(reader, today, currentTermEnd);
}

/** By when notice on contracts has to be given, as far as that may have to be reminded of. */
export async function contractNoticeDates(reader: Reader, today: TodayIn): Promise<DatedSubject[]> {
  return datesOf(reader, today, noticeBy);
}

async function datesOf(
  reader: Reader,
  today: TodayIn,
  dateOn: (contract: Renewable, day: string, holidays: readonly string[]) => string | null,
): Promise<DatedSubject[]> {
  const { from } = remindableDates(today('UTC'));
  const rows = await reader
    .select({ contract: contracts, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(
      and(
        isAgreed,
        or(isNotNull(contracts.endsOn), isNotNull(contracts.terminatedOn)),
        sql`(${contracts.renewal} = 'tacit' or coalesce(${contracts.terminatedOn}, ${contracts.endsOn}) >= ${from})`,
      ),
    )
    .orderBy(asc(contracts.id));
  const holidays = await noticeHolidays(
    rows.map(({ contract }) => contract),
    today('UTC'),
  );
  return rows.flatMap(({ contract, vendorName }) => {
    const day = today(contract.timeZone);
    const date = dateOn(contract, day, holidays(contract));
    const { from: first, to: last } = remindableDates(day);
    if (date === null || date < first || date > last) return [];
    const { id, number: name, vendorId } = contract;
    return [{ id, vendorId, vendorName, date, today: day, name, link: `/contracts/${id}` }];
  });
}
