import { agendaMinutes } from '~/packs/section';
import { lastMonthOf } from '~/packs/quarter';
import { addDays, isBusinessDay, localDate } from '~/shared/calendar';
import { lastDay, monthOf, type Period } from '~/shared/period';
import { tierTable, type Tier } from '~/vendors/tier';

/** A review is held within six weeks of its quarter's end. */
const HELD_WITHIN_DAYS = 42;
/** The earliest day for which a review is planned: by then the reports of the last month are in when its pack is frozen. */
const FIRST_DAY_AFTER = 30;
/** Hours of the day, by the owner's clock, at which reviews are planned. */
const HOURS = [10, 14];
/** The pack is frozen two weeks before the meeting. */
const FREEZE_DAYS_BEFORE = 14;
/** The vendor comments until five days before the meeting. */
const COMMENT_DAYS_BEFORE = 5;

/** Minutes of a review: those of its agenda together. */
export const reviewMinutes = Object.values(agendaMinutes).reduce((sum, one) => sum + one, 0);

/**
 * True when a vendor of a tier is reviewed for a quarter: strategic ones for each, preferred ones for the second and the
 * fourth, standard ones for the fourth; others are reviewed when somebody plans it.
 */
export function isReviewDue(tier: Tier | null, quarter: Period): boolean {
  const every = tier === null ? null : tierTable[tier].reviewEveryMonths;
  return every !== null && monthOf(lastMonthOf(quarter)) % every === 0;
}

/** The last day on which a quarter's review is held in time. */
export function heldBy(quarter: Period): string {
  return addDays(lastDay(lastMonthOf(quarter)), HELD_WITHIN_DAYS);
}

type Meeting = { meetsAt: string; timeZone: string };

/** The day of a meeting by its own clock. */
export function meetingDay({ meetsAt, timeZone }: Meeting): string {
  return localDate(new Date(meetsAt), timeZone);
}

/** Day, hour and time zone of a meeting, where no reader's language is known: `2024-01-25 10:00 (Europe/Berlin)`. */
export function meetingClock({ meetsAt, timeZone }: Meeting): string {
  const clock = new Date(clockOf(Date.parse(meetsAt), timeZone)).toISOString();
  return `${clock.slice(0, 10)} ${clock.slice(11, 16)} (${timeZone})`;
}

/** The day on which the pack of a meeting is frozen. */
export function freezeDay(review: Meeting): string {
  return addDays(meetingDay(review), -FREEZE_DAYS_BEFORE);
}

/** The last day on which the vendor can comment on the pack. */
export function commentsUntil(review: Meeting): string {
  return addDays(meetingDay(review), -COMMENT_DAYS_BEFORE);
}

/**
 * True where the meeting is on a day later than six weeks after the quarter, by its own clock: the day on which it began,
 * or for which it is planned until then. When its notes were closed does not count.
 */
export function isHeldLate(
  review: Meeting & { quarter: Period; openedAt: string | null },
): boolean {
  const { openedAt, meetsAt, timeZone } = review;
  return meetingDay({ meetsAt: openedAt ?? meetsAt, timeZone }) > heldBy(review.quarter);
}

/** The first and last day for which the review of a quarter is planned. */
export function plannedDays(quarter: Period): { from: string; to: string } {
  const end = lastDay(lastMonthOf(quarter));
  return { from: addDays(end, FIRST_DAY_AFTER), to: addDays(end, HELD_WITHIN_DAYS) };
}

/**
 * When the next review of an owner is planned: the first morning of the six weeks at which the owner has none yet, else the
 * first such afternoon, and where all are taken the hour with the fewest; on a business day, none of the vendor's holidays.
 */
export function nextSlot(
  quarter: Period,
  timeZone: string,
  taken: readonly string[],
  holidays: readonly string[] = [],
): string {
  const end = lastDay(lastMonthOf(quarter));
  const days = Array.from({ length: HELD_WITHIN_DAYS - FIRST_DAY_AFTER + 1 }, (_, index) =>
    addDays(end, FIRST_DAY_AFTER + index),
  ).filter((day) => isBusinessDay(day) && !holidays.includes(day));
  const slots = HOURS.flatMap((hour) => days.map((day) => instantAt(day, hour, timeZone)));
  const uses = (slot: string) => taken.filter((other) => other === slot).length;
  const fewest = Math.min(...slots.map(uses));
  return slots.find((slot) => uses(slot) === fewest) ?? instantAt(end, HOURS[0] ?? 10, timeZone);
}

/** The instant of an hour of a day by the clocks of a time zone. */
export function instantAt(day: string, hour: number, timeZone: string, minute = 0): string {
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  let instant = wanted;
  // Twice, since the first answer can lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn += 1) instant += wanted - clockOf(instant, timeZone);
  return new Date(instant).toISOString();
}

/** What the clocks of a time zone show at an instant, as if it were UTC. */
function clockOf(instant: number, timeZone: string): number {
  const parts = clockFormat(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return Date.parse(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`,
  );
}

/** Making a format costs some hundred times its use: one is kept for each time zone. */
const clockFormats = new Map<string, Intl.DateTimeFormat>();

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const known = clockFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clockFormats.set(timeZone, format);
  return format;
}
