import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobNames } from '~/jobs/schedule';
import { engine } from '~db/columns';
import { jobRuns, work } from '~db/schema/jobs';
import { reports, uploads } from '~db/schema/kpi';
import { openStore, type Store } from '~db/store.server';
import { setStage, wholeYear, type Stage } from './kill-stage';
import { ask, keepPortal, type Keeper } from './portal-keeper';

const MEGABYTES = 24;
/** All that a server does when it starts comes before. */
const LONGEST_MS = 150_000;
/** A disk that fills up has to be made small first, which only root may do. */
const canMount =
  process.getuid?.() === 0 && engine === 'sqlite' && existsSync('build/server.js') && mounts();

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!canMount)
  console.error(
    'The disk is not filled up: this needs the embedded store, a build, and root that may mount.',
  );

describe.skipIf(!canMount)('a full disk', () => {
  let disk: string;
  let stage: Stage;
  let keeper: Keeper;
  let store: Store;

  beforeEach(async () => {
    stage = await setStage();
    disk = mkdtempSync(join(tmpdir(), 'mainstay-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', disk]);
    cpSync(stage.place.folder, disk, { recursive: true });
    mkdirSync(join(disk, 'uploads'), { recursive: true });
    const file = join(disk, 'store.sqlite');
    keeper = keepPortal({ DATABASE_FILE: file, UPLOADS_FOLDER: join(disk, 'uploads') });
    await keeper.address();
    store = openStore({ file });
    await idle();
  });

  afterEach(async () => {
    await keeper.close();
    await store.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
    await stage.place.remove();
  });

  /** Until whatever was asked for has come to its end. */
  async function idle() {
    let open: { state: string }[] = [];
    for (let waited = 0; waited < 60_000; waited += 200) {
      const states = await store.read
        .select({ job: jobRuns.job, state: jobRuns.state })
        .from(jobRuns);
      const pieces = await store.read.select({ kind: work.kind, state: work.state }).from(work);
      open = [...states, ...pieces].filter(({ state }) => state !== 'done' && state !== 'failed');
      const begun = new Set(states.map(({ job }) => job));
      const haveRun = jobNames.every((job) => job === 'deliver-mail' || begun.has(job));
      if (haveRun && open.length === 0) return;
      await new Promise((later) => setTimeout(later, 200));
    }
    throw new Error(`never idle: ${JSON.stringify(open)}`);
  }

  /** Fills the disk to the last byte, whoever writes meanwhile, and gives so many back. */
  function fill(leave: number) {
    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    try {
      writeFileSync(filler, new Uint8Array(bavail * bsize));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    truncateSync(filler, Math.max(0, statSync(filler).size - leave));
  }
  const free = () => rmSync(join(disk, 'filler'));

  const upload = () => {
    const form = new FormData();
    form.append('files', new File([new Uint8Array(wholeYear(2024, 70))], 'year.csv'));
    return ask(keeper, '/reports/new', stage.cookies.vendor, form);
  };
  const startJob = () => {
    const form = new FormData();
    form.append('job', 'remind');
    form.append('asOf', '2024-01-12');
    return ask(keeper, '/jobs/runs', stage.cookies.admin, form);
  };

  it(
    'under the uploads: says so, keeps nothing, and takes the file once there is room',
    async () => {
      fill(20_000);
      const full = await upload();
      expect(full?.status).toBe(507);
      expect(full?.text).toContain('磁盘空间不足');
      expect(await store.read.$count(uploads)).toBe(0);
      const kept = readdirSync(join(disk, 'uploads'), { recursive: true, encoding: 'utf8' });
      expect(kept.filter((name) => name.length > 20)).toEqual([]);
      free();
      expect((await upload())?.status).toBe(302);
      await idle();
      const [report] = await store.read
        .select()
        .from(reports)
        .where(eq(reports.readingCount, 7236));
      expect(report).toMatchObject({ state: 'draft', readingCount: 7236 });
    },
    LONGEST_MS,
  );

  it(
    'under the store: says so, changes nothing, and ends what it was at once there is room',
    async () => {
      const before = await store.read.$count(work);
      const answers = [(await startJob())?.status];
      fill(0);
      for (let times = 0; times < 40; times += 1) answers.push((await startJob())?.status);
      expect(answers.at(-1)).toBe(507);
      const queued = answers.filter((status) => status === 302).length;
      expect(await store.read.$count(work)).toBe(before + queued);
      free();
      expect((await startJob())?.status).toBe(302);
      await idle();
      const byHand = await store.read.select().from(jobRuns).where(eq(jobRuns.origin, 'hand'));
      expect(byHand.map(({ state, error }) => ({ state, error }))).toEqual(
        Array.from({ length: queued + 1 }, () => ({ state: 'done', error: null })),
      );
    },
    LONGEST_MS,
  );
});
