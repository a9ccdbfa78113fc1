import { addDays, addMonths, businessDaysBefore, lastBusinessDay } from '~/shared/calendar';
import { periodOfDate } from '~/shared/period';
import type { Renewal } from './contract';

/** A tacit renewal runs for a year unless something else was agreed. */
const USUAL_RENEWAL_MONTHS = 12;

/** How long before the end of a term notice has to be given: in days, in months, or not at all. */
export type Notice = { days: number | null; months: number | null };

/**
 * What the business calendar does to the last day for a notice: nothing; a day that is no business day moves to the last
 * one before it; or days are counted in business days.
 */
export const noticeDayRules = ['exact', 'business_day_before', 'business_days'] as const;
export type NoticeDay = (typeof noticeDayRules)[number];

/** How a contract counts, and the holidays of its calendar around the term's end. */
export type NoticeCalendar = { count: NoticeDay | null; holidays: readonly string[] };

export type Renewable = {
  startsOn: string;
  /** Last day of the first term. */
  endsOn: string | null;
  terminatedOn: string | null;
  renewal: Renewal;
  renewalMonths: number | null;
  noticeDays: number | null;
  noticeMonths: number | null;
  vendorNoticeDays: number | null;
  vendorNoticeMonths: number | null;
  noticeDay: NoticeDay | null;
};

/** The last day of a term of so many months: the start that much later, clamped to the month's end, less a day. */
export function endOfMonths(startsOn: string, months: number): string {
  return addDays(addMonths(startsOn, months), -1);
}

/** The months from the start to an end that lies whole months after it; null for any other end. */
export function wholeMonths(startsOn: string, endsOn: string): number | null {
  const after = addDays(endsOn, 1);
  const months = periodOfDate(after) - periodOfDate(startsOn);
  return months > 0 && addMonths(startsOn, months) === after ? months : null;
}

/**
 * The last day of the term that runs on a day: the agreed end, or under tacit renewal the end of the renewal that runs.
 * A first term of whole months is counted on from the first start, never from a clamped end: from 31 January for one
 * month at a time the terms end on 27 February and 30 March. One that ends on some other day is counted on from the day
 * after it. Null for a contract without an end.
 */
export function currentTermEnd(contract: Renewable, day: string): string | null {
  const { startsOn, endsOn, terminatedOn, renewal } = contract;
  if (terminatedOn !== null) return terminatedOn;
  if (endsOn === null || renewal !== 'tacit' || day <= endsOn) return endsOn;
  const first = wholeMonths(startsOn, endsOn);
  const anchor = first === null ? addDays(endsOn, 1) : startsOn;
  const step = contract.renewalMonths ?? USUAL_RENEWAL_MONTHS;
  const passed = periodOfDate(day) - periodOfDate(anchor) - (first ?? 0);
  for (let term = Math.max(1, Math.floor(passed / step)); ; term += 1) {
    const end = endOfMonths(anchor, (first ?? 0) + term * step);
    if (end >= day) return end;
  }
}

/**
 * The last day of the term that a renewal by agreement adds to the end that holds, counted as a tacit renewal is: from the
 * first start where the time agreed so far is whole months, else from the day after the end. Null without an end.
 */
export function nextTermEnd({ startsOn, endsOn, renewalMonths }: Renewable): string | null {
  if (endsOn === null) return null;
  const agreed = wholeMonths(startsOn, endsOn);
  const step = renewalMonths ?? USUAL_RENEWAL_MONTHS;
  return agreed === null
    ? endOfMonths(addDays(endsOn, 1), step)
    : endOfMonths(startsOn, agreed + step);
}

/** The first day of the term that runs on a day. */
export function currentTermStart(contract: Renewable, day: string): string {
  const { startsOn, endsOn } = contract;
  const end = currentTermEnd({ ...contract, terminatedOn: null }, day);
  if (end === null || endsOn === null || end <= endsOn) return startsOn;
  const first = wholeMonths(startsOn, endsOn);
  const anchor = first === null ? addDays(endsOn, 1) : startsOn;
  const step = contract.renewalMonths ?? USUAL_RENEWAL_MONTHS;
  const months = periodOfDate(addDays(end, 1)) - periodOfDate(anchor);
  return addMonths(anchor, months - step);
}

/** The last day on which we can give notice for the end of the current term; null where none is to be given. */
export function noticeBy(
  contract: Renewable,
  day: string,
  holidays: readonly string[],
): string | null {
  const { noticeDays: days, noticeMonths: months } = contract;
  return noticeDate(contract, day, { days, months }, holidays);
}

/** The last day on which the vendor can give notice for the end of the current term. */
export function vendorNoticeBy(
  contract: Renewable,
  day: string,
  holidays: readonly string[],
): string | null {
  const { vendorNoticeDays: days, vendorNoticeMonths: months } = contract;
  return noticeDate(contract, day, { days, months }, holidays);
}

function noticeDate(
  contract: Renewable,
  day: string,
  notice: Notice,
  holidays: readonly string[],
): string | null {
  if (contract.terminatedOn !== null) return null;
  const end = currentTermEnd(contract, day);
  return end === null ? null : noticeBefore(end, notice, { count: contract.noticeDay, holidays });
}

/**
 * The last day for a notice that ends a term on its last day. Months are counted back from the day after it: three months
 * before 30 June is 31 March. Where the contract says so its business calendar is respected: months then end on the last
 * business day, and days are counted in business days or end on one.
 */
export function noticeBefore(
  end: string,
  { days, months }: Notice,
  { count, holidays }: NoticeCalendar = { count: null, holidays: [] },
): string | null {
  if (months === null && days !== null && count === 'business_days')
    return businessDaysBefore(end, days, holidays);
  const exact =
    months !== null
      ? addDays(addMonths(addDays(end, 1), -months), -1)
      : days === null
        ? null
        : addDays(end, -days);
  if (exact === null || count === null || count === 'exact') return exact;
  return lastBusinessDay(exact, holidays);
}
