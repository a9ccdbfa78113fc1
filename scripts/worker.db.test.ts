import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeInReport } from '~/jobs/report-work.server';
import { engine } from '~db/columns';
import { work } from '~db/schema/jobs';
import { reports } from '~db/schema/kpi';
import { openStore, type Store } from '~db/store.server';
import { castInto, testNow } from '../tests/cast';
import { must } from '../tests/casts/newcomer';
import { actOf } from '../tests/casts/review-cast';

const TSX = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
const SOON = { timeout: 50_000, interval: 200 };

describe.runIf(engine === 'sqlite')('the worker', () => {
  let folder: string;
  let store: Store;
  let child: ChildProcess | null = null;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-worker-'));
    store = openStore({ file: join(folder, 'store.sqlite') });
    await store.migrate();
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    child = null;
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function startWorker(): ChildProcess {
    const files = { DATABASE_FILE: join(folder, 'store.sqlite'), UPLOADS_FOLDER: folder };
    return spawn(process.execPath, [TSX, 'tests/worker-process.ts'], {
      env: { ...process.env, ...files, STANDS_AT: testNow.toISOString() },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }

  it('takes up what waits in the store, and ends when it is told to', async () => {
    const { vendor, person } = await castInto(store);
    const vendorId = vendor.tardy.id;
    const portal = { store, uploads: folder, wakeWorker: () => {} };
    const { reportId } = must(
      await takeInReport(portal, actOf(person.petra), {
        vendorId,
        source: 'vendor_report',
        channel: 'file',
        file: {
          name: 'december.csv',
          mediaType: 'text/csv',
          bytes: new TextEncoder().encode('period,kpi,value\n2023-12,OTD_PCT,91.5\n'),
        },
      }),
    );
    const stateOf = async () =>
      (await store.read.select().from(reports).where(eq(reports.id, reportId)))[0];
    expect(await stateOf()).toMatchObject({ state: 'staging' });

    child = startWorker();
    await vi.waitFor(
      async () => expect(await stateOf()).toMatchObject({ state: 'draft', readingCount: 1 }),
      SOON,
    );
    const ended = once(child, 'exit');
    process.kill(child.pid ?? 0, 'SIGTERM');
    expect(await ended).toEqual([0, null]);
    const pieces = await store.read.select({ state: work.state }).from(work);
    expect(pieces).toEqual([{ state: 'done' }]);
  }, 120_000);
});
