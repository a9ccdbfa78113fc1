import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { queueMail } from '~/notifications/queue-mail.server';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { showLife } from '~/shared/runner.server';
import { freshStore } from '../../tests/database';
import { runDueSlot, runJob } from './run-job.server';

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
    expect(results.filter(({ state }) => state === 'taken')).toHaveLength(2);
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
        heartbeatAt: long,
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
        heartbeatAt: now.toISOString(),
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
    const failing: Store = { ...store, transact: (verb) => failOnMail(store, verb) };
    const result = await runJob(
      { store: failing, runner: 1, now, postman: null },
      'deliver-mail',
      request,
    );
    expect(result).toEqual({ state: 'failed', error: 'disk full' });
    const [run] = await store.read.select().from(jobRuns);
    expect(run).toMatchObject({ state: 'failed', error: 'disk full' });
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

let transactions = 0;
/** The second transaction of a run is the job's own: the first claims the slot, the last settles it. */
function failOnMail<T>(store: Store, verb: Parameters<Store['transact']>[0]): Promise<T> {
  transactions += 1;
  if (transactions === 2) return Promise.reject(new Error('disk full'));
  return store.transact(verb) as Promise<T>;
}
