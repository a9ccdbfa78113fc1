import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { engine } from '~db/columns';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { addPerson } from '~/auth/add-person.server';
import { commandAct } from '~/auth/act';
import { verifyChain } from '~/audit/verify-chain.server';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { makeBackup } from './make-backup';
import type { StorePlace } from './place';
import { RestoreRefusal, restoreBackup } from './restore-backup';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let folder: string;
let archive: string;
let source: { store: Store; place: StorePlace; uploads: string; now: Date };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-backup-'));
  folders.push(folder);
  archive = join(folder, 'backup.tar.gz');
  const uploads = join(folder, 'from', 'files of uploads');
  mkdirSync(join(uploads, 'ab'), { recursive: true });
  writeFileSync(join(uploads, 'ab', 'ab12'), 'period,kpi,value\n');
  writeFileSync(join(uploads, 'ab', '名 字.csv'), Buffer.alloc(100_000, 7));
  const store = await freshStore();
  await castInto(store);
  await addPerson(store, commandAct(testNow), { email: 'x@y.zz', name: 'X', role: 'auditor' });
  source = { store, place: await placeOf(store), uploads, now: testNow };
});

async function placeOf(store: Store): Promise<StorePlace> {
  if (engine === 'sqlite') {
    const [row] = await store.read.rows<{ file: string }>(sql`pragma database_list`);
    return { engine, file: row!.file };
  }
  const [row] = await store.read.rows<{ name: string }>(sql`select current_database() as name`);
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  url.pathname = `/${row!.name}`;
  return { engine, url: url.href };
}

/** An empty place to restore to. */
async function emptyPlace(): Promise<StorePlace> {
  return engine === 'sqlite'
    ? { engine, file: join(folder, 'to', 'store.sqlite') }
    : placeOf(await freshStore());
}

const target = (place: StorePlace, force = false) => ({
  place,
  uploads: join(folder, 'to', 'uploads'),
  force,
});

describe('a backup', () => {
  it('brings the store and the uploads back as they were', async () => {
    const { files } = await makeBackup(source, archive);
    expect(statSync(archive).mode & 0o077).toBe(0);
    expect(files).toHaveLength(3);
    const { store, manifest } = await restoreBackup(archive, target(await emptyPlace()));
    expect(manifest.files).toEqual(files);
    const everybody = (from: Store) => from.read.select().from(people).orderBy(people.id);
    expect(await everybody(store)).toEqual(await everybody(source.store));
    expect(await verifyChain(store.read)).toMatchObject({ entries: 1, brokenAt: null });
    await store.close();
    const restored = join(folder, 'to', 'uploads', 'ab');
    expect(readdirSync(restored).sort()).toEqual(['ab12', '名 字.csv']);
    expect(readFileSync(join(restored, 'ab12'), 'utf8')).toBe('period,kpi,value\n');
    expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'from', 'to']);
  });

  it('goes over a store that holds something by force alone', async () => {
    await makeBackup(source, archive);
    const place = await emptyPlace();
    const first = await restoreBackup(archive, target(place));
    await first.store.transact((tx) => tx.execute(sql`update people set name = 'changed'`));
    await first.store.close();
    await expect(restoreBackup(archive, target(place))).rejects.toThrow(RestoreRefusal);
    const second = await restoreBackup(archive, target(place, true));
    const names = await second.store.read.select({ name: people.name }).from(people);
    expect(names.map(({ name }) => name)).not.toContain('changed');
    await second.store.close();
  });

  it('is not restored where a file in it was changed, and touches nothing then', async () => {
    await makeBackup(source, archive);
    const inside = join(folder, 'inside');
    mkdirSync(inside);
    execFileSync('tar', ['-xzf', archive, '-C', inside]);
    writeFileSync(join(inside, 'uploads', 'ab', 'ab12'), 'period,kpi,VALUE\n');
    execFileSync('tar', ['-czf', archive, '-C', inside, '.']);
    const place = await emptyPlace();
    await expect(restoreBackup(archive, target(place))).rejects.toThrow('uploads/ab/ab12');
    expect(() => readdirSync(join(folder, 'to', 'uploads'))).toThrow();
  });

  it.each([
    ['no archive', (file: string) => writeFileSync(file, 'not a tar')],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 2000))],
    [
      'another archive',
      (file: string) =>
        void execFileSync('tar', ['-czf', file, '-C', join(folder, 'from'), 'files of uploads']),
    ],
  ])('is refused when it is %s', async (_, damage) => {
    await makeBackup(source, archive);
    damage(archive);
    await expect(restoreBackup(archive, target(await emptyPlace()))).rejects.toThrow(
      RestoreRefusal,
    );
  });
});
