import { describe, expect, it } from 'vitest';
import { runDueSlot } from '~/jobs/run-due.server';
import { jobNames } from '~/jobs/schedule';
import { jobRuns } from '~db/schema/jobs';
import { mails } from '~db/schema/notifications';
import { evaluations } from '~db/schema/sla';
import type { Store } from '~db/store.server';
import { castInto, testNow } from '../cast';
import { freshStore } from '../database';

const HOUR = 3_600_000;

async function runAllAt(store: Store, now: Date) {
  for (const job of jobNames) await runDueSlot({ store, runner: 1, now, postman: null }, job);
}

async function whatStands(store: Store) {
  const { read } = store;
  return {
    mails: await read.$count(mails),
    evaluations: await read.$count(evaluations),
    runs: await read.$count(jobRuns),
  };
}

async function castAt(now: Date) {
  const store = await freshStore();
  await castInto(store);
  await runAllAt(store, now);
  return store;
}

describe('the clock', () => {
  it('set back an hour: nothing is done twice, and jobs go on an hour later', async () => {
    const store = await castAt(testNow);
    const before = await whatStands(store);
    for (const minutes of [-60, -45, -30, -15, 0]) {
      await runAllAt(store, new Date(testNow.getTime() + minutes * 60_000));
    }
    const after = await whatStands(store);
    expect(after).toMatchObject({ mails: before.mails, evaluations: before.evaluations });
    await runAllAt(store, new Date(testNow.getTime() + HOUR));
    expect((await whatStands(store)).runs).toBeGreaterThan(after.runs);
  });

  it('ten days off: each job catches up in one run, and leaves what ten days of running leave', async () => {
    const daily = await castAt(testNow);
    for (let hours = 1; hours <= 240; hours += 1) {
      const at = new Date(testNow.getTime() + hours * HOUR);
      if (hours % 24 === 0) await runAllAt(daily, at);
    }
    const off = await castAt(testNow);
    const runsBefore = (await whatStands(off)).runs;
    const back = new Date(testNow.getTime() + 240 * HOUR);
    await runAllAt(off, back);
    const once = await whatStands(off);
    expect(once.runs - runsBefore).toBeLessThanOrEqual(jobNames.length);
    expect(once.evaluations).toBe((await whatStands(daily)).evaluations);
    await runAllAt(off, back);
    expect(await whatStands(off)).toEqual(once);
  });
});
