import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { jobRuns } from '~db/schema/jobs';
import { endRunner, showLife } from '~/shared/runner.server';
import { freshStore } from '../../tests/database';
import { failingStore } from '../../tests/stores/failing-store';
import { queueLetter } from '../../tests/queue-letter';
import { runJob } from './run-job.server';

const now = new Date('2024-01-12T08:00:30Z');
const request = { asOf: '2024-01-12', slot: 'noon', origin: 'schedule' } as const;

describe('runJob', () => {
  it('runs a slot once, however many servers want it, and records what it did', async () => {
    const store = await freshStore();
    await queueLetter(store, now);
    const results = await Promise.all(
      [1, 2, 3].map(async (runner) => {
        await showLife(store, runner);
        return runJob({ store, runner, now, postman: null }, 'deliver-mail', request);
      }),
    );
    expect(results.filter(({ state }) => state === 'done')).toEqual([
      { state: 'done', counts: { kept: 1 } },
    ]);
    const others = results.filter(({ state }) => state === 'held' || state === 'taken');
    expect(others).toHaveLength(2);
    const runs = await store.read.select().from(jobRuns);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ state: 'done', counts: { kept: 1 }, asOf: '2024-01-12' });
  });

  it('takes up a slot whose server died', async () => {
    const store = await freshStore();
    const long = '2020-01-01T00:00:00.000Z';
    await store.transact(async (tx) => {
      await tx.insert(jobRuns).values({
        job: 'deliver-mail',
        ...request,
        state: 'running',
        startedAt: long,
        claimedBy: 99,
      });
    });
    expect(
      await runJob({ store, runner: 1, now, postman: null }, 'deliver-mail', request),
    ).toMatchObject({
      state: 'done',
    });
    expect(await store.read.$count(jobRuns)).toBe(1);
  });

  it('ends an earlier slot that died with its server', async () => {
    const store = await freshStore();
    await store.transact(async (tx) => {
      await tx.insert(jobRuns).values({
        job: 'deliver-mail',
        ...request,
        state: 'running',
        startedAt: now.toISOString(),
        claimedBy: 99,
      });
    });
    const later = { ...request, slot: 'one' };
    await runJob({ store, runner: 1, now, postman: null }, 'deliver-mail', later);
    const [first] = await store.read.select().from(jobRuns).where(eq(jobRuns.slot, request.slot));
    expect(first).toMatchObject({ state: 'failed', error: 'interrupted' });
  });

  it('ends an earlier slot also where it takes up one that died after it', async () => {
    const store = await freshStore();
    const died = { job: 'deliver-mail', ...request, state: 'running', claimedBy: 99 } as const;
    const startedAt = now.toISOString();
    await store.transact((tx) =>
      tx.insert(jobRuns).values([
        { ...died, startedAt },
        { ...died, startedAt, slot: 'one', claimedBy: 98 },
      ]),
    );
    const later = { ...request, slot: 'one' };
    await runJob({ store, runner: 1, now, postman: null }, 'deliver-mail', later);
    const runs = await store.read.select().from(jobRuns);
    const states = runs.map(({ slot, state }) => `${slot} ${state}`).sort();
    expect(states).toEqual(['noon failed', 'one done']);
  });

  it('records a failure with its reason', async () => {
    const store = await freshStore();
    await queueLetter(store, now);
    // The first transaction claims the slot, the second is the job's own.
    const failing = failingStore(store, 1, 1);
    const result = await runJob(
      { store: failing, runner: 1, now, postman: null },
      'deliver-mail',
      request,
    );
    const failure = { state: 'failed', error: 'database or disk is full' };
    expect(result).toEqual(failure);
    const [run] = await store.read.select().from(jobRuns);
    expect(run).toMatchObject(failure);
  });
});

describe('the end of a run that the store does not take', () => {
  /** The transactions before it: the claim, and the job's own. */
  const BEFORE = 2;

  it('is written once it does, as it was', async () => {
    const store = await freshStore();
    await queueLetter(store, now);
    const failing = failingStore(store, BEFORE, 3);
    const result = await runJob(
      { store: failing, runner: 1, now, postman: null },
      'deliver-mail',
      request,
    );
    expect(result).toEqual({ state: 'done', counts: { kept: 1 } });
    const [run] = await store.read.select().from(jobRuns);
    expect(run).toMatchObject({ state: 'done', counts: { kept: 1 }, error: null });
  });

  it('is left to whoever takes up what its runner held, where the runner has to end first', async () => {
    const store = await freshStore();
    await queueLetter(store, now);
    await showLife(store, 1);
    const stop = AbortSignal.timeout(200);
    const context = { store: failingStore(store, BEFORE), runner: 1, now, postman: null, stop };
    await expect(runJob(context, 'deliver-mail', request)).rejects.toThrow('disk is full');
    const next = { store, runner: 2, now, postman: null };
    expect(await runJob(next, 'deliver-mail', request)).toEqual({ state: 'held' });
    await endRunner(store, 1);
    expect(await runJob(next, 'deliver-mail', request)).toMatchObject({ state: 'done' });
  });

  it('is not written over that of the runner which took the slot up meanwhile', async () => {
    const store = await freshStore();
    await queueLetter(store, now);
    const context = { store: failingStore(store, BEFORE, 2), runner: 1, now, postman: null };
    const late = runJob(context, 'deliver-mail', request);
    await vi.waitFor(async () => expect(await store.read.$count(jobRuns)).toBe(1));
    const next = { store, runner: 2, now, postman: null };
    expect(await runJob(next, 'deliver-mail', request)).toMatchObject({ state: 'done' });
    const [before] = await store.read.select().from(jobRuns);
    await late;
    expect(await store.read.select().from(jobRuns)).toEqual([before]);
  });
});
