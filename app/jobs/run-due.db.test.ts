import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { endRunner, showLife } from '~/shared/runner.server';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { freshStore } from '../../tests/database';
import { failingStore } from '../../tests/stores/failing-store';
import { queueLetter } from '../../tests/queue-letter';
import { runDueJobs, runDueSlot } from './run-due.server';
import type { JobName } from './schedule';

const now = new Date('2024-01-12T08:00:30Z');

type Begun = { job: JobName; slot: string; runner: number };

/** Another server has begun a slot, and shows life. */
async function beginRun(store: Store, { job, slot, runner }: Begun): Promise<void> {
  await showLife(store, runner);
  await store.transact(async (tx) => {
    await tx.insert(jobRuns).values({
      ...{ job, slot, asOf: '2024-01-12', origin: 'schedule', state: 'running' },
      ...{ startedAt: now.toISOString(), claimedBy: runner },
    });
  });
}

it('leaves no row where there was nothing to deliver', async () => {
  const store = await freshStore();
  expect(await runDueSlot({ store, runner: 1, now, postman: null }, 'deliver-mail')).toEqual({
    state: 'idle',
  });
  await queueLetter(store, now);
  expect(await runDueSlot({ store, runner: 1, now, postman: null }, 'deliver-mail')).toMatchObject({
    state: 'done',
  });
  const [run] = await store.read.select().from(jobRuns);
  expect(run?.slot).toBe('2024-01-12T08:00:00.000Z');
});

it('ends what died with its server also where there is nothing to deliver', async () => {
  const store = await freshStore();
  const context = { store, runner: 1, now, postman: null };
  const slot = '2024-01-12T07:59:00.000Z';
  await beginRun(store, { job: 'deliver-mail', slot, runner: 99 });
  expect(await runDueSlot(context, 'deliver-mail')).toEqual({ state: 'idle' });
  await endRunner(store, 99);
  expect(await runDueSlot(context, 'deliver-mail')).toMatchObject({ state: 'done' });
  const runs = await store.read.select().from(jobRuns).orderBy(asc(jobRuns.slot));
  expect(runs.map(({ state }) => state)).toEqual(['failed', 'done']);
});

describe('runDueJobs', () => {
  const due = new Set(['propose', 'evaluate', 'cases'] as const);
  const context = (store: Store) => ({ store, runner: 1, now, postman: null });

  const beginElsewhere = (store: Store, runner: number) =>
    beginRun(store, { job: 'evaluate', slot: '2024-01-12T07:30:00.000Z', runner });

  const startsOf = async (store: Store) =>
    (await store.read.select().from(jobRuns).orderBy(asc(jobRuns.startedAt), asc(jobRuns.id)))
      .filter(({ state }) => state === 'done')
      .map(({ job }) => job);

  it('concludes nothing while another server evaluates', async () => {
    const store = await freshStore();
    await beginElsewhere(store, 99);
    const { again } = await runDueJobs(context(store), due);
    expect(again).toEqual(['evaluate', 'cases', 'propose']);
    expect(await startsOf(store)).toEqual([]);
  });

  it('evaluates what a dead server began before it concludes, all in one go', async () => {
    const store = await freshStore();
    await beginElsewhere(store, 99);
    await runDueJobs(context(store), due);
    await endRunner(store, 99);
    expect(await runDueJobs(context(store), due)).toEqual({ again: [], failures: [] });
    const runs = await store.read.select().from(jobRuns);
    expect(runs.map(({ job, state }) => `${job} ${state}`).sort()).toEqual([
      'cases done',
      'evaluate done',
      'propose done',
    ]);
  });

  it('asks no job again that has run, and none that another server has run', async () => {
    const store = await freshStore();
    await runDueJobs(context(store), due);
    const [evaluated] = await store.read.select().from(jobRuns).where(eq(jobRuns.job, 'evaluate'));
    expect(await runDueJobs({ ...context(store), runner: 2 }, due)).toEqual({
      again: [],
      failures: [],
    });
    expect(evaluated?.claimedBy).toBe(1);
    expect(await store.read.$count(jobRuns)).toBe(3);
  });

  it('asks again for what it could not begin while the store did not answer, and for what comes after', async () => {
    const store = await freshStore();
    const full = { ...context(store), store: failingStore(store, 0, 1) };
    const { again, failures } = await runDueJobs(full, due);
    expect(again).toEqual(['evaluate', 'cases', 'propose']);
    expect(failures).toMatchObject([{ job: 'evaluate', error: 'database or disk is full' }]);
    expect(await runDueJobs(full, new Set(again))).toEqual({ again: [], failures: [] });
    expect(await startsOf(store)).toEqual(['evaluate', 'cases', 'propose']);
  });

  it('goes on to the next where one can not begin for a reason of its own', async () => {
    const store = await freshStore();
    const odd = { ...context(store), store: failingStore(store, 0, 1, new TypeError('a bug')) };
    const { again, failures } = await runDueJobs(odd, new Set(['chase', 'remind'] as const));
    expect(again).toEqual([]);
    expect(failures).toEqual([{ job: 'remind', error: 'a bug' }]);
    expect(await startsOf(store)).toEqual(['chase']);
  });

  it('goes on to what builds on a job that failed', async () => {
    const store = await freshStore();
    await beginElsewhere(store, 99);
    await store.transact((tx) => tx.update(jobRuns).set({ state: 'failed', error: 'broken' }));
    expect(await runDueJobs(context(store), due)).toMatchObject({ again: [] });
    expect(await startsOf(store)).toEqual(['cases', 'propose']);
  });
});
