import { and, eq } from 'drizzle-orm';
import { lastMonthOf } from '~/packs/quarter';
import { moveReview } from '~/reviews/move-review.server';
import { addDays } from '~/shared/calendar';
import { firstDay, lastDay, periodOf, type Period } from '~/shared/period';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { jobRun } from './job-history';
import type { Cast } from './load-people';
import { DEMO_NOW } from './people';
import {
  contribute,
  doReviewActions,
  holdMeetings,
  sendRecords,
  signRecords,
} from './review-meetings';
import { movedMeetings } from './review-stories';
import { actOf, mustBeDone, type Event, type Portal } from './step';

const FIRST = periodOf(2022, 7);
const LAST = periodOf(2023, 10);
/** The house plans reviews from this day on: the first quarter is the one that runs then. */
const PLANNED_FROM = '2022-08-15';
/** Days after a quarter's end on which the jobs had something to do: letters, packs two weeks before meetings, records. */
const LETTERS_ON = [-12, -5, 2, 9, 16, 23, 27, 29, 33, 36, 38, 40];
const FREEZES = { from: 16, until: 28 };
const MEETINGS = { from: 30, until: 42 };
/** The hours at which meetings begin, in UTC, in winter and in summer. */
const HOURS = ['14:00', '15:00', '18:00', '19:00'];
const RECORDS_UNTIL = 60;
/** Day of the month on which both sides look through their actions. */
const ACTIONS_ON = 26;

/** The reviews of all quarters: planned and frozen by the jobs, held, recorded and signed by people. */
export function reviewHistory(portal: Portal, cast: Cast): Event[] {
  const quarters: Period[] = [];
  for (let quarter = FIRST; quarter <= LAST; quarter += 3) quarters.push(quarter);
  return [
    ...quarters.flatMap((quarter) => [
      ...jobsOf(portal, quarter),
      ...meetingsOf(portal, cast, quarter),
    ]),
    ...movedMeetings.map((moved): Event => ({
      at: moved.movedAt,
      run: (at) => moveMeeting(portal, cast, moved, at),
    })),
    ...lateMeeting(portal, cast),
  ].filter(({ at }) => at < DEMO_NOW.slice(0, 10));
}

const daysFrom = ({ from, until }: { from: number; until: number }) =>
  Array.from({ length: until - from + 1 }, (_, index) => from + index);

function jobsOf(portal: Portal, quarter: Period): Event[] {
  const end = lastDay(lastMonthOf(quarter));
  const begin = quarter === FIRST ? PLANNED_FROM : firstDay(quarter);
  return [
    jobRun(portal, 'plan-reviews', `${begin}T05:35:00.000Z`),
    ...daysFrom(FREEZES).map((days) =>
      jobRun(portal, 'freeze-packs', `${addDays(end, days)}T05:40:00.000Z`),
    ),
    ...LETTERS_ON.map((days) =>
      jobRun(portal, 'remind-reviews', `${addDays(end, days)}T06:30:00.000Z`),
    ),
  ];
}

function meetingsOf(portal: Portal, cast: Cast, quarter: Period): Event[] {
  const end = lastDay(lastMonthOf(quarter));
  const on = (days: number, time: string, run: (at: string) => Promise<void>): Event => ({
    at: `${addDays(end, days)}T${time}:00.000Z`,
    run,
  });
  return [
    ...daysFrom(FREEZES).map((days) => on(days + 3, '16:00', (at) => contribute(portal, cast, at))),
    ...daysFrom(MEETINGS).flatMap((days) =>
      HOURS.map((time) => on(days, time, (at) => holdMeetings(portal, cast, at))),
    ),
    ...daysFrom({ from: MEETINGS.from + 1, until: RECORDS_UNTIL }).flatMap((days) => [
      on(days, '13:30', (at) => sendRecords(portal, cast, at)),
      on(days, '16:30', (at) => signRecords(portal, cast, at)),
    ]),
    jobRun(portal, 'review-records', `${addDays(end, RECORDS_UNTIL)}T06:35:00.000Z`),
    ...daysFrom({ from: 0, until: 2 }).map((month) => ({
      at: `${addDays(firstDay(quarter + month), ACTIONS_ON - 1)}T16:40:00.000Z`,
      run: (at: string) => doReviewActions(portal, cast, at),
    })),
  ];
}

/** The one meeting that was held long after its six weeks. */
function lateMeeting(portal: Portal, cast: Cast): Event[] {
  return [
    { at: '2024-01-09T15:00:00.000Z', run: (at) => holdMeetings(portal, cast, at) },
    { at: '2024-01-10T13:30:00.000Z', run: (at) => sendRecords(portal, cast, at) },
  ];
}

async function moveMeeting(
  { store }: Portal,
  { insiders }: Cast,
  { vendor, quarter, date, time, reason }: (typeof movedMeetings)[number],
  at: string,
): Promise<void> {
  const reviewId = await reviewOf(store, vendor, quarter);
  const act = actOf(insiders.martin, at);
  const input = { date, time, reason };
  mustBeDone(await moveReview(store, act, reviewId, input), `move the review of ${vendor}`);
}

async function reviewOf(store: Store, vendor: string, quarter: Period): Promise<number> {
  const [review] = await store.read
    .select({ id: reviews.id })
    .from(reviews)
    .innerJoin(vendors, eq(vendors.id, reviews.vendorId))
    .where(and(eq(vendors.code, vendor), eq(reviews.quarter, quarter)));
  if (!review) throw new Error(`${vendor} has no review of the quarter ${quarter}`);
  return review.id;
}
