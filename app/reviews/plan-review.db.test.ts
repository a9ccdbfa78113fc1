import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Act, Scope } from '~/auth/act';
import { periodOf } from '~/shared/period';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { mails } from '~db/schema/notifications';
import { reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { watchedStore } from '../../tests/stores/watched-store';
import { actOf } from '../../tests/casts/review-cast';
import { cancelReview } from './cancel-review.server';
import { freezePack } from './freeze-pack.server';
import { moveReview } from './move-review.server';
import { planDueReviews } from './plan-due.server';
import { planReview } from './plan-review.server';
import { remindOfReviews } from './remind-reviews.server';

let store: Store;
let cast: Cast;
let act: Act;
const asOf = testNow.toISOString().slice(0, 10);

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  act = actOf(cast.person.mona);
});

const own = (vendorId: number): Scope => ({ kind: 'vendor', vendorId });

async function planned(vendorId: number): Promise<number> {
  const outcome = await planReview(store, act, vendorId, { quarter: '2023-10' });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

async function stateOf(id: number) {
  const [row] = await store.read.select().from(reviews).where(eq(reviews.id, id));
  return row;
}

const codeOf = (outcome: { ok: boolean; reason?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.reason?.code;

describe('planning', () => {
  it('gives each vendor one review for a quarter, by its tier, however many contracts it has', async () => {
    const { brittle } = cast.vendor;
    await store.transact(async (tx) => {
      const [contract] = await tx
        .select()
        .from(contracts)
        .where(eq(contracts.id, brittle.contractId));
      const { id: _id, ...rest } = contract!;
      await tx.insert(contracts).values({ ...rest, number: 'BRITTLE-2' });
    });
    // The fourth quarter of 2023 for all four, who are preferred; the first of 2024 for nobody.
    expect(await planDueReviews(store, testNow, asOf)).toEqual({ reviewsPlanned: 4 });
    expect(await planDueReviews(store, testNow, asOf)).toEqual({ reviewsPlanned: 0 });
    const rows = await store.read.select().from(reviews);
    expect(rows.map(({ quarter }) => quarter)).toEqual(Array(4).fill(periodOf(2023, 10)));
    expect(new Set(rows.map(({ meetsAt }) => meetsAt)).size).toBe(4);
    expect(await store.read.$count(auditEntries, eq(auditEntries.action, 'review.planned'))).toBe(
      4,
    );
  });

  it('leaves out whoever had no contract in force in the quarter', async () => {
    const { harbour, brittle, tardy, polar } = cast.vendor;
    const ends = [
      { of: harbour, endsOn: '2023-09-30', renewal: 'tacit', terminatedOn: null },
      { of: brittle, endsOn: '2023-09-30', renewal: 'none', terminatedOn: null },
      { of: tardy, endsOn: '2024-12-31', renewal: 'tacit', terminatedOn: '2023-09-30' },
      { of: polar, endsOn: '2023-10-01', renewal: 'none', terminatedOn: null },
    ] as const;
    await store.transact(async (tx) => {
      for (const { of, ...end } of ends)
        await tx.update(contracts).set(end).where(eq(contracts.id, of.contractId));
    });
    await planDueReviews(store, testNow, asOf);
    const rows = await store.read.select({ of: reviews.vendorId }).from(reviews);
    expect(rows.map(({ of }) => of).sort()).toEqual([harbour.id, polar.id].sort());
  });

  it('plans strategic vendors for every quarter', async () => {
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ tier: 'strategic' });
    });
    expect(await planDueReviews(store, testNow, asOf)).toEqual({ reviewsPlanned: 8 });
  });

  it('reckons the holidays of a country before the transaction, and meets on none of them', async () => {
    const { store: watched, askedWithin } = await watchedStore();
    const { vendor, person } = await castInto(watched);
    const mona = actOf(person.mona);
    const dayOf = async (country: string | null) => {
      await watched.transact(async (tx) => {
        await tx.delete(reviews);
        await tx.update(vendors).set({ country }).where(eq(vendors.id, vendor.harbour.id));
      });
      askedWithin.length = 0;
      const planned = await planReview(watched, mona, vendor.harbour.id, { quarter: '2023-01' });
      expect(planned.ok).toBe(true);
      expect(askedWithin.filter((statement) => statement.includes('"country"'))).toEqual([]);
      const [review] = await watched.read.select().from(reviews);
      return review?.meetsAt.slice(0, 10);
    };
    expect(await dayOf(null)).toBe('2023-05-01');
    expect(await dayOf('DE')).toBe('2023-05-02');
  });

  it('takes no hour at which its owner has a meeting, of whatever quarter', async () => {
    const harbour = await planned(cast.vendor.harbour.id);
    const { meetsAt } = (await stateOf(harbour)) ?? {};
    await store.transact(async (tx) => {
      await tx.update(reviews).set({ quarter: periodOf(2023, 7) });
    });
    const polar = await planned(cast.vendor.polar.id);
    expect((await stateOf(polar))?.meetsAt).not.toBe(meetsAt);
  });

  it('by hand refuses a second one, a month that is none and a vendor out of reach', async () => {
    const { harbour } = cast.vendor;
    await planned(harbour.id);
    const plan = (quarter: string, scope = act.scope) =>
      planReview(store, { ...act, scope }, harbour.id, { quarter });
    expect(codeOf(await plan('2023-12'))).toBe('review_exists');
    expect(codeOf(await plan('soon'))).toBe('not_a_month');
    expect(codeOf(await plan('2024-02', own(cast.vendor.polar.id)))).toBe('not_found');
  });

  it('moves a meeting with a reason, tells who was invited, and counts the calendar entry on', async () => {
    const id = await planned(cast.vendor.harbour.id);
    await remindOfReviews(store, testNow, asOf);
    const input = { date: '2024-01-30', time: '15:30', reason: 'The sponsor travels' };
    expect(codeOf(await moveReview(store, act, id, { ...input, reason: '' }))).toBe('required');
    expect(codeOf(await moveReview(store, act, id, { ...input, time: 'noon' }))).toBe('not_a_time');
    expect(codeOf(await moveReview(store, act, id, { ...input, date: '2023-01-30' }))).toBe(
      'review_in_past',
    );
    expect(codeOf(await moveReview(store, act, id, input))).toBe('done');
    expect(await stateOf(id)).toMatchObject({
      meetsAt: '2024-01-30T15:30:00.000Z',
      calendarSequence: 1,
    });
    const told = await store.read.select().from(mails).where(eq(mails.template, 'reviewMoved'));
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([
      'hanna@example.com',
      'mona@example.com',
    ]);
  });

  it('cancels with a reason, and does not plan the quarter anew', async () => {
    const id = await planned(cast.vendor.harbour.id);
    expect(codeOf(await cancelReview(store, act, id, { reason: 'Acquired' }))).toBe('done');
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', cancelReason: 'Acquired' });
    expect(await planDueReviews(store, testNow, asOf)).toEqual({ reviewsPlanned: 3 });
    expect(codeOf(await freezePack(store, act, id))).toBe('review_wrong_state');
  });

  it('invites once, and reminds of a meeting that is near once', async () => {
    const id = await planned(cast.vendor.harbour.id);
    expect(await remindOfReviews(store, testNow, asOf)).toEqual({ reviewsInvited: 1 });
    expect(await remindOfReviews(store, testNow, asOf)).toEqual({ reviewsInvited: 0 });
    const meets = (await stateOf(id))?.meetsAt.slice(0, 10) ?? '';
    for (const day of [meets, meets]) await remindOfReviews(store, testNow, day);
    const soon = await store.read.$count(mails, eq(mails.template, 'reviewSoon'));
    expect(soon).toBe(2);
    expect(await store.read.$count(mails, eq(mails.template, 'reviewInvitation'))).toBe(2);
  });
});
