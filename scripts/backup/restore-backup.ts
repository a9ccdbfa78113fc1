import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openStore, type Store } from '~db/store.server';
import { auditEntries } from '~db/schema/audit';
import { people } from '~db/schema/auth';
import { kpis } from '~db/schema/kpi';
import { vendors } from '~db/schema/vendors';
import {
  describeFile,
  MANIFEST,
  manifestSchema,
  storeFiles,
  UPLOADS,
  type Manifest,
} from './manifest';
import type { StorePlace } from './place';
import { postgresEnvironment, runTool } from './run-tool';

/** Why a backup is not restored, in words. */
export class RestoreRefusal extends Error {
  override name = 'RestoreRefusal';
}

type Target = { place: StorePlace; uploads: string; force: boolean };

/**
 * Puts a backup in the place of the store, after every file in it was found undamaged. A store that holds something is
 * replaced by force alone; the embedded engine's file is then kept beside it. Uploads are added to those that are there.
 * Returns the manifest and the restored store, open and on the current schema.
 */
export async function restoreBackup(
  archive: string,
  { place, uploads, force }: Target,
): Promise<{ manifest: Manifest; store: Store }> {
  if (!existsSync(archive)) throw new RestoreRefusal(`There is no file ${archive}.`);
  if (!force && (await holdsSomething(place)))
    throw new RestoreRefusal('The store is not empty. Restore over it with --force.');
  const home = place.engine === 'sqlite' ? dirname(resolve(place.file)) : dirname(resolve(uploads));
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, '.restore-'));
  try {
    const manifest = await unpack(archive, folder);
    if (manifest.engine !== place.engine)
      throw new RestoreRefusal(
        `The backup is of ${engineNames[manifest.engine]}, the store here is ${engineNames[place.engine]}.`,
      );
    for (const { path } of manifest.files)
      if (path.startsWith(`${UPLOADS}/`)) await addUpload(folder, path, uploads);
    await putStore(join(folder, storeFiles[place.engine]), place);
    const store = openAt(place);
    await store.migrate();
    return { manifest, store };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const engineNames = { sqlite: 'the embedded engine (SQLite)', postgres: 'PostgreSQL' };

function openAt(place: StorePlace): Store {
  return openStore(place.engine === 'sqlite' ? { file: place.file } : { url: place.url });
}

async function holdsSomething(place: StorePlace): Promise<boolean> {
  if (place.engine === 'sqlite' && !existsSync(place.file)) return false;
  const store = openAt(place);
  try {
    await store.migrate();
    const counts = await Promise.all(
      [people, vendors, kpis, auditEntries].map((table) => store.read.$count(table)),
    );
    return counts.some((count) => count > 0);
  } finally {
    await store.close();
  }
}

/** Unpacks and checks that every file of the manifest is there as it was; what the manifest does not name is not used. */
async function unpack(archive: string, folder: string): Promise<Manifest> {
  await runTool('tar', [
    '--extract',
    '--gzip',
    '--no-same-owner',
    '--no-same-permissions',
    `--file=${archive}`,
    `--directory=${folder}`,
  ]).catch(() => {
    throw new RestoreRefusal('The file is no backup, or it is damaged: it can’t be unpacked.');
  });
  const manifest = await readManifest(folder);
  for (const wanted of manifest.files) {
    const found = isInside(wanted.path) ? await describeFile(folder, wanted.path) : null;
    if (found?.sha256 !== wanted.sha256)
      throw new RestoreRefusal(`The backup is damaged: ${wanted.path} is not as it was.`);
  }
  if (!manifest.files.some(({ path }) => path === storeFiles[manifest.engine]))
    throw new RestoreRefusal('The backup holds no store.');
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new RestoreRefusal('The file is no backup of Mainstay: its manifest can’t be read.');
  }
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}

async function addUpload(folder: string, path: string, uploads: string): Promise<void> {
  const target = join(uploads, path.slice(UPLOADS.length + 1));
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(folder, path), target);
}

async function putStore(file: string, place: StorePlace): Promise<void> {
  if (place.engine === 'postgres') {
    await runTool(
      'pg_restore',
      [
        '--clean',
        '--if-exists',
        '--no-owner',
        '--no-privileges',
        '--single-transaction',
        `--dbname=${postgresEnvironment(place.url)['PGDATABASE'] ?? ''}`,
        file,
      ],
      postgresEnvironment(place.url),
    );
    return;
  }
  const kept = `${place.file}.before-restore`;
  for (const part of ['', '-wal', '-shm']) {
    await rm(`${kept}${part}`, { force: true });
    if (existsSync(`${place.file}${part}`)) await rename(`${place.file}${part}`, `${kept}${part}`);
  }
  await rename(file, place.file);
}
