import { existsSync } from 'node:fs';
import { eq, inArray } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import { queueMail } from '~/notifications/queue-mail.server';
import { engine } from '~db/columns';
import { jobRuns, work } from '~db/schema/jobs';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { openWay } from './broken-connection';
import { setStage, type Stage } from './kill-stage';
import { openMailSink } from './mail-sink';
import { ask, keepPortal, type Keeper } from './portal-keeper';

const LETTERS = 60;

describe.skipIf(engine !== 'postgres' || !existsSync('build/server.js'))('on PostgreSQL', () => {
  let stage: Stage;
  let store: Store;
  const keepers: Keeper[] = [];

  beforeEach(async () => {
    stage = await setStage();
    store = stage.place.open();
  });

  afterEach(async () => {
    for (const keeper of keepers.splice(0)) await keeper.close();
    await store.close();
    await stage.place.remove();
  });

  async function until(isSo: () => Promise<boolean>) {
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (await isSo()) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error('never came to it');
  }

  it('two servers: each slot runs once, each letter goes out once', async () => {
    const act: Act = { actor: { kind: 'command' }, now: new Date(), scope: everything };
    const to = Array.from({ length: LETTERS }, (_, n) => ({
      personId: null,
      address: `reader${n}@example.test`,
      locale: 'en' as const,
    }));
    await store.transact((tx) => queueMail(tx, act, to, { template: 'reportDueSoon', params: {} }));
    const sink = await openMailSink();
    for (let servers = 0; servers < 2; servers += 1) {
      keepers.push(keepPortal({ ...stage.place.env, SMTP_URL: sink.url }));
    }
    await Promise.all(keepers.map((keeper) => keeper.address()));
    await until(
      async () =>
        (await store.read.$count(mails, inArray(mails.state, ['queued', 'sending']))) === 0,
    );
    await until(async () => (await store.read.$count(jobRuns, eq(jobRuns.state, 'running'))) === 0);
    const sent = await store.read.$count(mails, eq(mails.state, 'sent'));
    expect(sent).toBeGreaterThanOrEqual(LETTERS);
    expect(sink.received).toHaveLength(sent);
    expect(new Set(sink.received).size).toBe(sent);
    const runs = await store.read.select().from(jobRuns);
    const slots = runs.map(({ job, slot }) => `${job} ${slot}`);
    expect(new Set(slots).size).toBe(slots.length);
    expect(runs.every(({ state }) => state === 'done')).toBe(true);
    await sink.close();
  }, 120_000);

  it('that goes away and comes back: 503 in between, and on without a restart', async () => {
    const way = await openWay(stage.place.env['DATABASE_URL'] ?? '');
    const keeper = keepPortal({ ...stage.place.env, DATABASE_URL: way.url });
    keepers.push(keeper);
    const address = await keeper.address();
    const page = () => ask(keeper, '/vendors', stage.cookies.manager);
    const startJob = () => {
      const form = new FormData();
      form.append('job', 'remind');
      form.append('asOf', '2024-01-12');
      return ask(keeper, '/jobs/runs', stage.cookies.admin, form);
    };
    expect((await page())?.status).toBe(200);
    for (let times = 0; times < 3; times += 1) {
      await way.cut();
      const [read, written, health] = [
        await page(),
        await startJob(),
        await ask(keeper, '/healthz', ''),
      ];
      expect([read?.status, written?.status, health?.status]).toEqual([503, 503, 503]);
      await way.mend();
      expect((await page())?.status).toBe(200);
    }
    const before = await store.read.$count(work, eq(work.state, 'done'));
    expect((await startJob())?.status).toBe(302);
    await until(async () => (await store.read.$count(work, eq(work.state, 'done'))) > before);
    expect(await keeper.address()).toBe(address);
    await way.cut();
  }, 120_000);
});
