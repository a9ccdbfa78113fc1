import { asc, eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { queueMail } from '~/notifications/queue-mail.server';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { endRunner, showLife } from '~/shared/runner.server';
import { freshStore } from '../../tests/database';
import { failingStore } from '../../tests/failing-store';
import { runDueJobs, runDueSlot, runJob } from './run-job.server';

const now = new Date('2024-01-12T08:00:30Z');
const request = { asOf: '2024-01-12', slot: 'noon', origin: 'schedule' } as const;

async function queueOne(store: Store, name: string): Promise<void> {
  const act: Act = { actor: { kind: 'command' }, now, scope: everything };
  const to = [{ personId: null, address: `${name}@example.test`, locale: 'en' as const }];
  await store.transact((tx) => queueMail(tx, act, to, { template: 'reportDueSoon', params: {} }));
}

describe('runJob', () => {
  it('runs a slot once, however many servers want it, and records what it did', async () => {
    const store = await freshStore();
    await queueOne(store, 'a');
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

  it('records a failure with its reason', async () => {
    const store = await freshStore();
    await queueOne(store, 'a');
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

  it('leaves no row where there was nothing to deliver', async () => {
    const store = await freshStore();
    expect(await runDueSlot({ store, runner: 1, now, postman: null }, 'deliver-mail')).toEqual({
      state: 'idle',
    });
    await queueOne(store, 'a');
    expect(
      await runDueSlot({ store, runner: 1, now, postman: null }, 'deliver-mail'),
    ).toMatchObject({
      state: 'done',
    });
    const [run] = await store.read.select().from(jobRuns);
    expect(run?.slot).toBe('2024-01-12T08:00:00.000Z');
  });
});

describe('the end of a run that the store does not take', () => {
  /** The transactions before it: the claim, and the job's own. */
  const BEFORE = 2;

  it('is written once it does, as it was', async () => {
    const store = await freshStore();
    await queueOne(store, 'a');
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
    await queueOne(store, 'a');
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
    await queueOne(store, 'a');
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

describe('runDueJobs', () => {
  const due = new Set(['propose', 'evaluate', 'cases'] as const);
  const context = (store: Store) => ({ store, runner: 1, now, postman: null });

  /** Another server has begun to evaluate the slot that is due. */
  async function beginElsewhere(store: Store, runner: number): Promise<void> {
    await showLife(store, runner);
    await store.transact(async (tx) => {
      await tx.insert(jobRuns).values({
        job: 'evaluate',
        asOf: '2024-01-12',
        slot: '2024-01-12T07:30:00.000Z',
        origin: 'schedule',
        state: 'running',
        startedAt: now.toISOString(),
        claimedBy: runner,
      });
    });
  }

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
