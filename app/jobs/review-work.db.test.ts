import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { verifyPack } from '~/reviews/pack-queries.server';
import { planReview } from '~/reviews/plan-review.server';
import { work } from '~db/schema/jobs';
import { reviews } from '~db/schema/reviews';
import type { Store } from '~db/store.server';
import { castInto, testClock, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { freezeInBackground } from './review-work.server';
import { runWaitingWork } from './run-work.server';

let store: Store;
let cast: Cast;
let act: Act;
let woken: number;

beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  const { mona } = cast.person;
  const actor = { personId: mona.id, name: mona.name, role: 'manager', address: null };
  act = { actor: { kind: 'person', ...actor }, now: testNow, scope: everything };
  woken = 0;
});

async function planned(quarter: string): Promise<number> {
  const outcome = await planReview(store, act, cast.vendor.harbour.id, { quarter });
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

const freeze = (reviewId: number, as: Act = act) =>
  freezeInBackground({ store, wakeWorker: () => (woken += 1) }, as, reviewId);

function doWork() {
  const log = (line: string) => expect.unreachable(line);
  const context = { store, runner: 1, clock: testClock, postman: null, uploads: '/nowhere', log };
  return runWaitingWork(context, () => false);
}

const stateOf = async (id: number) =>
  (await store.read.select().from(reviews).where(eq(reviews.id, id)))[0]?.state;

describe('a pack that somebody asks for', () => {
  it('is frozen by a worker, in the name of who asked', async () => {
    const id = await planned('2023-10');
    expect((await freeze(id)).ok).toBe(true);
    expect(await stateOf(id)).toBe('planned');
    expect(woken).toBe(1);
    expect(await doWork()).toBe(1);
    expect(await stateOf(id)).toBe('frozen');
    expect(await verifyPack(store.read, everything, id, 'shared')).toMatchObject({
      isIntact: true,
    });
  });

  it('is frozen once, though it was asked for twice', async () => {
    const id = await planned('2023-10');
    await freeze(id);
    await freeze(id);
    expect(await doWork()).toBe(2);
    const results = await store.read.select({ result: work.result }).from(work);
    expect(results.map(({ result }) => result?.['refused'] ?? null).sort()).toEqual([
      null,
      'review_wrong_state',
    ]);
  });

  it('is refused at once where it can’t be frozen', async () => {
    const running = await planned('2024-01');
    const other = { kind: 'vendor', vendorId: cast.vendor.polar.id } as const;
    expect(await freeze(running)).toMatchObject({ reason: { code: 'review_quarter_running' } });
    expect(await freeze(running, { ...act, scope: other })).toMatchObject({
      reason: { code: 'not_found' },
    });
    expect(await doWork()).toBe(0);
  });
});
