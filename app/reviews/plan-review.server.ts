import { and, between, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { personIdOf, type Act } from '~/auth/act';
import { recordAll } from '~/audit/record.server';
import { withinScope } from '~/auth/scope.server';
import { holidaysOf } from '~/contracts/holidays.server';
import { insidersOfVendors } from '~/notifications/queue-mail.server';
import { plainQuarter, quarterOf } from '~/packs/quarter';
import { addDays } from '~/shared/calendar';
import { readFields, requiredText } from '~/shared/fields';
import { done, refused, type Outcome } from '~/shared/outcome';
import { parsePeriod, type Period } from '~/shared/period';
import { readSetting } from '~/settings/setting-queries.server';
import { randomId } from '~db/columns';
import { people } from '~db/schema/auth';
import { reviews } from '~db/schema/reviews';
import { contacts, vendors } from '~db/schema/vendors';
import type { Reader, Store, Tx } from '~db/store.server';
import { nextSlot, plannedDays, reviewMinutes } from './plan';
import { reviewStates } from './review';

const planFields = z.object({ quarter: requiredText(7) });

/** Plans the review of a vendor's quarter by hand, whatever its tier; `quarter` is any month of it, `YYYY-MM`. */
export async function planReview(
  store: Store,
  act: Act,
  vendorId: number,
  input: unknown,
): Promise<Outcome<number>> {
  const read = readFields(planFields, input);
  if (!read.ok) return read;
  const month = parsePeriod(read.value.quarter);
  if (month === null) return refused('not_a_month', {}, 'quarter');
  const quarter = quarterOf(month);
  const wanted = [{ vendorId, quarter }];
  const closedFor = await closedDays(store.read, wanted);
  return store.transact(async (tx) => {
    const seen = and(eq(vendors.id, vendorId), withinScope(act.scope, vendors.id));
    if ((await tx.$count(vendors, seen)) === 0) return refused('not_found');
    const [id] = await planReviews(tx, act, wanted, closedFor);
    return id === undefined ? refused('review_exists', {}, 'quarter') : done(id);
  });
}

export type Planned = { vendorId: number; quarter: Period };

/**
 * Plans reviews, each once: a vendor's quarter that has one, even one that was cancelled, is left alone. Until
 * it is moved each takes the first hour that its owner has free, on no day of `closedFor`. Returns the new ones' ids.
 */
export async function planReviews(
  tx: Tx,
  act: Act,
  wanted: readonly Planned[],
  closedFor: ClosedDays,
): Promise<number[]> {
  const open = await withoutReview(tx, wanted);
  if (open.length === 0) return [];
  const ownerOf = await owners(
    tx,
    act,
    open.map(({ vendorId }) => vendorId),
  );
  const quarters = [...new Set(open.map(({ quarter }) => quarter))];
  const taken = await takenBy(tx, quarters);
  const houseZone = await readSetting(tx, 'time_zone');
  const rows = open.map(({ vendorId, quarter }) => {
    const owner = ownerOf.get(vendorId) ?? null;
    const timeZone = owner?.timeZone ?? houseZone;
    const hours = taken.get(owner?.id ?? 0) ?? [];
    const meetsAt = nextSlot(quarter, timeZone, hours, closedFor.get(vendorId));
    taken.set(owner?.id ?? 0, [...hours, meetsAt]);
    const id = randomId();
    return {
      id,
      vendorId,
      quarter,
      state: 'planned' as const,
      ownerId: owner?.id ?? null,
      meetsAt,
      minutes: reviewMinutes,
      timeZone,
      place: null,
      calendarUid: `review-${id}@mainstay`,
      createdAt: act.now.toISOString(),
    };
  });
  await tx.insertMany(reviews, rows);
  await recordAll(
    tx,
    act,
    rows.map(({ id, vendorId, quarter, meetsAt, ownerId }) => ({
      action: 'review.planned',
      entity: 'review',
      entityId: id,
      vendorId,
      after: { quarter: plainQuarter(quarter), meetsAt, ownerId },
    })),
  );
  return rows.map(({ id }) => id);
}

async function withoutReview(reader: Reader, wanted: readonly Planned[]): Promise<Planned[]> {
  if (wanted.length === 0) return [];
  const quarters = [...new Set(wanted.map(({ quarter }) => quarter))];
  const known = await reader
    .select({ vendorId: reviews.vendorId, quarter: reviews.quarter })
    .from(reviews)
    .where(inArray(reviews.quarter, quarters));
  const there = new Set(known.map(({ vendorId, quarter }) => `${vendorId}/${quarter}`));
  return wanted.filter(({ vendorId, quarter }) => !there.has(`${vendorId}/${quarter}`));
}

type Owner = { id: number; timeZone: string };

/** Who leads the reviews of each vendor: our sponsor of it, else whoever plans, else the first manager who reaches it. */
async function owners(tx: Tx, act: Act, vendorIds: readonly number[]): Promise<Map<number, Owner>> {
  const planner = personIdOf(act);
  const managers = await insidersOfVendors(tx, 'manager', vendorIds);
  const usual = new Map(
    vendorIds.map((vendorId) => [vendorId, planner ?? managers.get(vendorId)?.[0]?.personId ?? 0]),
  );
  const known = await tx
    .select({ id: people.id, timeZone: people.timeZone })
    .from(people)
    .where(inArray(people.id, [...new Set(usual.values())]));
  const byId = new Map(known.map((person) => [person.id, person]));
  const found = new Map<number, Owner>();
  for (const [vendorId, personId] of usual) {
    const person = byId.get(personId);
    if (person) found.set(vendorId, person);
  }
  for (const { vendorId, ...owner } of await sponsors(tx, vendorIds)) found.set(vendorId, owner);
  return found;
}

async function sponsors(tx: Tx, vendorIds: readonly number[]) {
  return tx
    .select({ vendorId: contacts.vendorId, id: people.id, timeZone: people.timeZone })
    .from(contacts)
    .innerJoin(people, sql`lower(${people.email}) = lower(${contacts.email})`)
    .where(
      and(
        inArray(contacts.vendorId, [...vendorIds]),
        eq(contacts.side, 'ours'),
        eq(contacts.role, 'sponsor'),
        eq(people.active, true),
      ),
    );
}

/** Days on which a vendor does not meet, by vendor. */
type ClosedDays = ReadonlyMap<number, readonly string[]>;

/**
 * The public holidays of vendors' countries in the weeks in which their reviews are held, for those that are planned anew.
 * Reckoning them takes its time: it is done before the transaction that plans.
 */
export async function closedDays(reader: Reader, wanted: readonly Planned[]): Promise<ClosedDays> {
  const open = await withoutReview(reader, wanted);
  if (open.length === 0) return new Map();
  const years = new Set(open.map(({ quarter }) => Number(plannedDays(quarter).to.slice(0, 4))));
  const rows = await reader
    .select({ id: vendors.id, country: vendors.country })
    .from(vendors)
    .where(
      inArray(
        vendors.id,
        open.map(({ vendorId }) => vendorId),
      ),
    );
  const closed = new Map<string, readonly string[]>();
  for (const country of new Set(rows.flatMap((row) => row.country ?? []))) {
    const days = await Promise.all([...years].map((year) => holidaysOf(country, year)));
    closed.set(country, days.flat());
  }
  return new Map(rows.map(({ id, country }) => [id, closed.get(country ?? '') ?? []]));
}

const notCancelled = reviewStates.filter((state) => state !== 'cancelled');

/** The hours that are taken in the weeks in which the reviews of some quarters are held, by their owner. */
async function takenBy(tx: Tx, quarters: readonly Period[]): Promise<Map<number, string[]>> {
  const rows = await tx
    .select({ ownerId: reviews.ownerId, meetsAt: reviews.meetsAt })
    .from(reviews)
    .where(
      and(
        inArray(reviews.state, notCancelled),
        between(
          reviews.meetsAt,
          addDays(plannedDays(Math.min(...quarters)).from, -1),
          addDays(plannedDays(Math.max(...quarters)).to, 2),
        ),
      ),
    );
  const taken = new Map<number, string[]>();
  for (const { ownerId, meetsAt } of rows)
    taken.set(ownerId ?? 0, [...(taken.get(ownerId ?? 0) ?? []), meetsAt]);
  return taken;
}
