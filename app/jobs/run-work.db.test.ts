import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newRunner } from '~/shared/runner.server';
import { jobRuns, work } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { castInto, testClock } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { failingStore } from '../../tests/stores/failing-store';
import { runWaitingWork } from './run-work.server';

const contextOf = (store: Store) => ({
  ...{ store, runner: newRunner(), clock: testClock },
  ...{ postman: null, uploads: '', log: () => undefined },
});

it('lets vendors take turns, so that one that asks for much waits for itself', async () => {
  const store = await freshStore();
  const { harbour, brittle } = (await castInto(store)).vendor;
  const asked = [harbour.id, harbour.id, harbour.id, brittle.id, brittle.id];
  await store.transact((tx) =>
    tx.insertMany(
      work,
      asked.map((vendorId, order) => ({
        kind: 'run-job', // With nothing to go on: it fails at once.
        input: {},
        vendorId,
        state: 'waiting' as const,
        createdAt: `2024-01-12T08:00:0${order}.000Z`,
      })),
    ),
  );
  const order: (number | null)[] = [];
  for (let piece = 1; piece <= asked.length; piece += 1) {
    let begun = 0;
    await runWaitingWork(contextOf(store), () => begun++ > 0);
    const done = await store.read.select().from(work).orderBy(asc(work.finishedAt));
    order.push(done.filter(({ finishedAt }) => finishedAt !== null).at(-1)?.vendorId ?? null);
    await new Promise((resolve) => setTimeout(resolve, 5)); // The next one ends at a later instant.
  }
  expect(order).toEqual([harbour.id, brittle.id, harbour.id, brittle.id, harbour.id]);
});

it('leaves work of a kind that it does not know to a server that does', async () => {
  const store = await freshStore();
  await store.transact((tx) =>
    tx.insertMany(work, [
      { kind: 'of-tomorrow', input: {}, state: 'waiting', createdAt: '2024-01-12T08:00:00.000Z' },
    ]),
  );
  expect(await runWaitingWork(contextOf(store), () => false)).toBe(0);
  expect(await store.read.select().from(work)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});

/** A run of a job that somebody asked for: its transactions are two claims, what it does, and two ends. */
async function storeWithWork(): Promise<Store> {
  const store = await freshStore();
  const asked = { job: 'deliver-mail', asOf: '2024-01-12' };
  await store.transact((tx) =>
    tx.insertMany(work, [
      {
        ...{ kind: 'run-job', input: asked, state: 'waiting' as const },
        createdAt: '2024-01-12T08:00:00.000Z',
      },
    ]),
  );
  return store;
}

describe('when the store fails', () => {
  const forever = () => false;

  it('writes the end of a piece once it can, as it was', async () => {
    const store = await storeWithWork();
    const ends = 3; // The first of two.
    expect(await runWaitingWork(contextOf(failingStore(store, ends, 4)), forever)).toBe(1);
    expect(await store.read.select().from(work)).toMatchObject([
      { state: 'done', attempts: 1, result: { state: 'done', counts: { kept: 0 } }, error: null },
    ]);
    expect(await store.read.select().from(jobRuns)).toMatchObject([{ state: 'done' }]);
  });

  it('begins a piece again that it could not do', async () => {
    const store = await storeWithWork();
    const claimed = 1;
    expect(await runWaitingWork(contextOf(failingStore(store, claimed, 3)), forever)).toBe(2);
    expect(await store.read.select().from(work)).toMatchObject([
      { state: 'done', attempts: 2, result: { state: 'done' } },
    ]);
  });

  it('gives a piece up that fails so each time, and says why', async () => {
    const store = await storeWithWork();
    await store.transact((tx) => tx.update(work).set({ attempts: 4 }));
    await runWaitingWork(contextOf(failingStore(store, 1, 1)), forever);
    const [piece] = await store.read.select().from(work);
    expect(piece).toMatchObject({ state: 'failed', attempts: 5 });
    expect(piece?.error).toContain('disk is full');
  });
});
