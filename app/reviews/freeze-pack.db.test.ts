import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act, type Scope } from '~/auth/act';
import { figuresOf } from '~/packs/show-value';
import { evaluateDueContracts } from '~/sla/evaluate-contracts.server';
import { periodOf } from '~/shared/period';
import { keepRisk } from '~/risks/keep-risk.server';
import { mails } from '~db/schema/notifications';
import { reviewPacks, reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { actOf, frozenReview } from '../../tests/casts/review-cast';
import { findReview } from './find-review.server';
import { freezeDuePacks } from './freeze-due.server';
import { freezePack } from './freeze-pack.server';
import { gatherPack } from './gather-pack.server';
import { moveReview } from './move-review.server';
import { keptPack, packOf, verifyPack } from './pack-queries.server';
import { planReview } from './plan-review.server';

let store: Store;
let cast: Cast;
let act: Act;
const asOf = testNow.toISOString().slice(0, 10);

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  act = actOf(cast.person.mona);
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
    expect(await freezeDuePacks(store, testNow, '2024-01-12')).toMatchObject({ packsFrozen: 0 });
    expect(await freezeDuePacks(store, testNow, '2024-01-13')).toMatchObject({
      packsFrozen: 1,
      packsRefused: 0,
    });
    expect(await freezeDuePacks(store, testNow, '2024-01-13')).toMatchObject({ packsFrozen: 0 });
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

  it('reads what its areas have in common once', async () => {
    const asked: string[] = [];
    const listening = await freshStore({ onStatement: (statement) => asked.push(statement) });
    const people = await castInto(listening);
    const id = await frozenReview(listening, actOf(people.person.mona), people.vendor.brittle.id);
    const found = await findReview(listening.read, everything, id);
    if (!found) throw new Error('no review');
    asked.length = 0;
    await gatherPack(listening.read, found, testNow);
    const ofLines = asked.filter((text) => /from "evaluations".* join "sla_terms"/s.test(text));
    expect(ofLines).toHaveLength(1);
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
