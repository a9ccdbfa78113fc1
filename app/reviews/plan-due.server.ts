import { and, asc, eq, lte, notInArray } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { isAgreed } from '~/contracts/agreed.server';
import { hasNotEnded } from '~/contracts/standing.server';
import { quarterOf, lastMonthOf } from '~/packs/quarter';
import { addDays } from '~/shared/calendar';
import { firstDay, lastDay, periodOfDate, type Period } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader, Store } from '~db/store.server';
import { heldBy, isReviewDue } from './plan';
import { closedDays, planReviews } from './plan-review.server';

/** A quarter that ended is still planned for while there are so many days to prepare its review. */
const DAYS_TO_PREPARE = 21;

/** Plans the reviews of the running quarter, and of the one before while they can still be held in time; each once. */
export async function planDueReviews(store: Store, now: Date, asOf: string) {
  const act: Act = { actor: { kind: 'job', job: 'plan-reviews' }, now, scope: everything };
  const running = quarterOf(periodOfDate(asOf));
  const before = running - 3;
  const isInTime = addDays(asOf, DAYS_TO_PREPARE) <= heldBy(before);
  const { read } = store;
  const due = [...(isInTime ? await dueIn(read, before) : []), ...(await dueIn(read, running))];
  const closedFor = await closedDays(read, due);
  const planned = await store.transact((tx) => planReviews(tx, act, due, closedFor));
  return { reviewsPlanned: planned.length };
}

/** Vendors whose tier asks for a review of the quarter and who had a contract in force in it. */
async function dueIn(reader: Reader, quarter: Period) {
  const [from, to] = [firstDay(quarter), lastDay(lastMonthOf(quarter))];
  const rows = await reader
    .selectDistinct({ vendorId: vendors.id, tier: vendors.tier, code: vendors.code })
    .from(vendors)
    .innerJoin(contracts, eq(contracts.vendorId, vendors.id))
    .where(
      and(
        notInArray(vendors.status, ['prospect', 'screening', 'rejected', 'exited']),
        isAgreed,
        lte(contracts.startsOn, to),
        hasNotEnded(from),
      ),
    )
    .orderBy(asc(vendors.code));
  return rows
    .filter(({ tier }) => isReviewDue(tier, quarter))
    .map(({ vendorId }) => ({ vendorId, quarter }));
}
