import { jobNames, schedule } from '~/jobs/schedule';
import { latestSlot } from '~/jobs/slot';
import { settings } from '~db/schema/auth';
import { jobRuns } from '~db/schema/jobs';
import type { Store } from '~db/store.server';
import { asOf, now } from './world';

/** Lets the portal's clock stand and every job have run: a server over this store draws pages and does nothing beside. */
export async function standStill(store: Store): Promise<void> {
  const at = now.toISOString();
  const runs = jobNames.flatMap((job) => {
    const slot = latestSlot(schedule[job], now);
    const run = { origin: 'demo', state: 'done', startedAt: at, finishedAt: at } as const;
    return slot === null ? [] : [{ job, slot, asOf, ...run }];
  });
  await store.transact(async (tx) => {
    await tx.insertMany(settings, [{ name: 'demo', value: { now: at }, changedAt: at }]);
    await tx.insertMany(jobRuns, runs);
  });
}
