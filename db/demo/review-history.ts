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
import { earlyMeetings, movedReason } from './review-stories';
import { actOf, mustBeDone, type Event, type Portal } from './step';

const DEMO_DAY = DEMO_NOW.slice(0, 10);
const FIRST = periodOf(2022, 7);
const LAST = periodOf(2023, 10);
/** The house plans reviews from this day on: the first quarter is the one that runs then. */
const PLANNED_FROM = '2022-08-15';
/** Days after a quarter's end on which the jobs had something to do: letters, and packs two weeks before meetings. */
const LETTERS_ON = [-12, -5, 2, 9, 16, 23, 27, 29, 33, 36, 38, 40];
const FREEZES_FROM = 16;
const FREEZES_UNTIL = 28;

/** The reviews of all quarters, by the jobs that plan them and freeze their packs. */
export function reviewHistory(portal: Portal, cast: Cast): Event[] {
  const quarters: Period[] = [];
  for (let quarter = FIRST; quarter <= LAST; quarter += 3) quarters.push(quarter);
  return [
    ...quarters.flatMap((quarter) => jobsOf(portal, quarter)),
    ...earlyMeetings.map((early): Event => ({
      at: early.movedAt,
      run: (at) => moveEarly(portal, cast, early, at),
    })),
  ].filter(({ at }) => at < DEMO_DAY);
}

function jobsOf(portal: Portal, quarter: Period): Event[] {
  const end = lastDay(lastMonthOf(quarter));
  const begin = quarter === FIRST ? PLANNED_FROM : firstDay(quarter);
  const freezes = Array.from(
    { length: FREEZES_UNTIL - FREEZES_FROM + 1 },
    (_, index) => FREEZES_FROM + index,
  );
  return [
    jobRun(portal, 'plan-reviews', `${begin}T05:35:00.000Z`),
    ...freezes.map((days) => jobRun(portal, 'freeze-packs', `${addDays(end, days)}T05:40:00.000Z`)),
    ...LETTERS_ON.map((days) =>
      jobRun(portal, 'remind-reviews', `${addDays(end, days)}T06:30:00.000Z`),
    ),
  ];
}

async function moveEarly(
  { store }: Portal,
  { insiders }: Cast,
  { vendor, time, date }: (typeof earlyMeetings)[number],
  at: string,
): Promise<void> {
  const reviewId = await reviewOf(store, vendor, LAST);
  const act = actOf(insiders.martin, at);
  const input = { date, time, reason: movedReason };
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
