import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act, type Scope } from '~/auth/act';
import { figuresOf } from '~/packs/show-value';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { markStale } from '~/contracts/mark-stale.server';
import { periodOf } from '~/shared/period';
import { keepRisk } from '~/risks/keep-risk.server';
import { auditEntries } from '~db/schema/audit';
import { contracts } from '~db/schema/contracts';
import { readings } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { cancelReview } from './cancel-review.server';
import { freezeDuePacks } from './freeze-due.server';
import { freezePack } from './freeze-pack.server';
import { moveReview } from './move-review.server';
import { keptPack, packOf, verifyPack } from './pack-queries.server';
import { planDueReviews } from './plan-due.server';
import { planReview } from './plan-review.server';
import { remindOfReviews } from './remind-reviews.server';
import { restatementsOf } from './restatement-queries.server';

let store: Store;
let cast: Cast;
let act: Act;
const asOf = testNow.toISOString().slice(0, 10);

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { mona } = cast.person;
  act = {
    actor: { kind: 'person', personId: mona.id, name: mona.name, role: 'manager', address: null },
    now: testNow,
    scope: everything,
  };
  await evaluateDueContracts(store, testNow, asOf);
});

const own = (vendorId: number): Scope => ({ kind: 'vendor', vendorId });

async function planned(vendorId: number, quarter = '2023-10'): Promise<number> {
  const outcome = await planReview(store, act, vendorId, { quarter });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

async function frozen(vendorId: number): Promise<number> {
  const id = await planned(vendorId);
  expect(await freezePack(store, act, id)).toEqual({ ok: true, value: undefined });
  return id;
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

  it('plans strategic vendors for every quarter', async () => {
    await store.transact(async (tx) => {
      await tx.update(vendors).set({ tier: 'strategic' });
    });
    expect(await planDueReviews(store, testNow, asOf)).toEqual({ reviewsPlanned: 8 });
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

describe('a pack', () => {
  it('is frozen once, with its hashes in the audit trail, and the vendor is told until when it may comment', async () => {
    const { brittle } = cast.vendor;
    const id = await frozen(brittle.id);
    expect(codeOf(await freezePack(store, act, id))).toBe('review_wrong_state');
    expect(await stateOf(id)).toMatchObject({ state: 'frozen', frozenAt: testNow.toISOString() });
    for (const part of ['shared', 'internal'] as const)
      expect(await verifyPack(store.read, everything, id, part)).toMatchObject({ isIntact: true });
    const letters = await store.read
      .select()
      .from(mails)
      .where(eq(mails.template, 'reviewPackReady'));
    expect(letters.map(({ toAddress, locale }) => [toAddress, locale])).toEqual([
      ['bruno@example.com', 'zh-CN'],
    ]);
  });

  it('waits for the end of its quarter', async () => {
    const id = await planned(cast.vendor.harbour.id, '2024-01');
    expect(codeOf(await freezePack(store, act, id))).toBe('review_quarter_running');
  });

  it('is frozen by the job two weeks before the meeting, not a day sooner', async () => {
    const id = await planned(cast.vendor.harbour.id);
    const input = { date: '2024-01-27', time: '10:00', reason: 'Earlier suits both' };
    await moveReview(store, act, id, input);
    expect(await freezeDuePacks(store, testNow, '2024-01-12')).toEqual({ packsFrozen: 0 });
    expect(await freezeDuePacks(store, testNow, '2024-01-13')).toEqual({ packsFrozen: 1 });
    expect(await freezeDuePacks(store, testNow, '2024-01-13')).toEqual({ packsFrozen: 0 });
  });

  it('tells first what is gravest', async () => {
    const id = await frozen(cast.vendor.brittle.id);
    const kept = await packOf(store.read, own(cast.vendor.brittle.id), id, 'shared');
    const [first] = kept?.pack.exceptions ?? [];
    expect(first).toMatchObject({
      kind: 'failed',
      weight: 1,
      words: { params: { month: { kind: 'period', period: periodOf(2023, 12) } } },
    });
    const figures = new Map(
      figuresOf(kept?.pack.sections ?? []).map((figure) => [figure.id, figure.value]),
    );
    expect(figures.get('overall')).toEqual({ kind: 'rating', rating: 'inadequate' });
    expect(figures.get('kpis/OTD_PCT/-/2023-12')).toMatchObject({ value: '64' });
    expect(figures.get('failures/count')).toEqual({ kind: 'count', count: 3 });
  });

  it('gives a vendor its shared part alone, and another vendor nothing', async () => {
    const { brittle, harbour } = cast.vendor;
    const risk = {
      category: 'financial',
      title: 'Lenders call the loan',
      likelihood: '5',
      impact: '5',
      residualLikelihood: '5',
      residualImpact: '5',
      reviewedOn: '2024-01-05',
    };
    const talkedAbout = { ...risk, title: 'Two depots on one river', shared: 'on' };
    for (const each of [risk, talkedAbout])
      expect(codeOf(await keepRisk(store, act, brittle.id, null, each))).toBe('done');
    const id = await frozen(brittle.id);
    const read = (scope: Scope, part: 'shared' | 'internal') =>
      keptPack(store.read, scope, id, part);
    expect((await read(everything, 'internal'))?.body).toContain('Lenders call the loan');
    expect((await read(everything, 'internal'))?.body).not.toContain('river');
    expect((await read(own(brittle.id), 'shared'))?.body).not.toContain('Lenders');
    expect((await read(own(brittle.id), 'shared'))?.body).toContain('Two depots on one river');
    expect(await read(own(brittle.id), 'internal')).toBeNull();
    expect(await read(own(harbour.id), 'shared')).toBeNull();
    expect(await read({ kind: 'grants', personId: 1 }, 'shared')).toBeNull();
    expect(await verifyPack(store.read, own(brittle.id), id, 'internal')).toBeNull();
  });

  it('stays to the byte when a reading is restated, and the new figures stand beside it', async () => {
    const { brittle } = cast.vendor;
    const id = await frozen(brittle.id);
    const before = await keptPack(store.read, everything, id, 'shared');
    expect((await restatementsOf(store.read, everything, id, testNow)).size).toBe(0);
    const later = new Date('2024-02-20T08:00:00.000Z');
    await store.transact(async (tx) => {
      const december = and(
        eq(readings.vendorId, brittle.id),
        eq(readings.period, periodOf(2023, 12)),
      );
      await tx.update(readings).set({ value: '70', numerator: '700' }).where(december);
      await markStale(tx, [brittle.contractId]);
    });
    await evaluateDueContracts(store, later, '2024-02-20');
    const restated = await restatementsOf(store.read, own(brittle.id), id, later);
    expect(restated.get('kpis/OTD_PCT/-/2023-12')).toMatchObject({ value: '70' });
    expect([...restated.keys()].every((key) => !key.startsWith('actions/'))).toBe(true);
    expect(await keptPack(store.read, everything, id, 'shared')).toEqual(before);
    expect(await verifyPack(store.read, everything, id, 'shared')).toMatchObject({
      isIntact: true,
    });
  });

  it('shows that its text was changed behind the portal’s back', async () => {
    const id = await frozen(cast.vendor.harbour.id);
    await store.transact(async (tx) => {
      await tx
        .update(reviewPacks)
        .set({ body: '{}' })
        .where(and(eq(reviewPacks.reviewId, id), eq(reviewPacks.part, 'shared')));
    });
    expect(await verifyPack(store.read, everything, id, 'shared')).toMatchObject({
      isIntact: false,
    });
  });
});
