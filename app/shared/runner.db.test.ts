import { afterEach, describe, expect, it, vi } from 'vitest';
import { work } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { freshStore } from '../../tests/database';
import { endRunner, isAbandoned, showLife, withRunner } from './runner.server';

afterEach(() => vi.useRealTimers());

async function storeHeldBy(runner: number): Promise<Store> {
  const store = await freshStore();
  await showLife(store, runner);
  await store.transact(async (tx) => {
    await tx.insert(work).values({
      kind: 'run-job',
      input: {},
      state: 'running',
      createdAt: new Date().toISOString(),
      claimedBy: runner,
    });
  });
  return store;
}

const abandoned = async (store: Store, asker: number) =>
  (await store.read.$count(work, isAbandoned(store.read, work.claimedBy, asker))) === 1;

function moveClock(minutes: number): void {
  const to = new Date(Date.now() + minutes * 60_000);
  vi.useFakeTimers({ toFake: ['Date'], now: to });
}

describe('a runner', () => {
  it('keeps what it took while it shows life, and leaves it to others when it is gone', async () => {
    const store = await storeHeldBy(1);
    expect(await abandoned(store, 2)).toBe(false);
    expect(await abandoned(store, 1)).toBe(true);
    await endRunner(store, 1);
    expect(await abandoned(store, 2)).toBe(true);
  });

  it('loses what it took after a lease of silence', async () => {
    const store = await storeHeldBy(1);
    moveClock(0.3);
    expect(await abandoned(store, 2)).toBe(false);
    moveClock(1);
    expect(await abandoned(store, 2)).toBe(true);
  });

  it('is not taken to live on because the clock was set back an hour', async () => {
    const store = await storeHeldBy(1);
    moveClock(-60);
    expect(await abandoned(store, 2)).toBe(true);
    await showLife(store, 1);
    expect(await abandoned(store, 2)).toBe(false);
  });

  it('lives as long as the work it was lent to', async () => {
    const store = await freshStore();
    const seen: boolean[] = [];
    const runner = await withRunner(store, async (lent) => {
      await store.transact(async (tx) => {
        await tx.insert(work).values({
          kind: 'run-job',
          input: {},
          state: 'running',
          createdAt: '2024-01-12T08:00:00.000Z',
          claimedBy: lent,
        });
      });
      seen.push(await abandoned(store, lent + 1));
      return lent;
    });
    seen.push(await abandoned(store, runner + 1));
    expect(seen).toEqual([false, true]);
  });
});
