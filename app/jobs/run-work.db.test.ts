import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newRunner } from '~/shared/runner.server';
import { work } from '~db/schema/jobs';
import { castInto, testClock } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { runWaitingWork } from './run-work.server';

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
  const context = { store, clock: testClock, postman: null, uploads: '', log: () => undefined };
  const order: (number | null)[] = [];
  for (let piece = 1; piece <= asked.length; piece += 1) {
    let begun = 0;
    await runWaitingWork({ ...context, runner: newRunner() }, () => begun++ > 0);
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
  const context = { store, clock: testClock, postman: null, uploads: '', log: () => undefined };
  expect(await runWaitingWork({ ...context, runner: newRunner() }, () => false)).toBe(0);
  expect(await store.read.select().from(work)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});
