import { chmod, mkdtemp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DRAFTS } from '~/documents/upload-folder.server';
import type { Store } from '~db/store.server';
import {
  describeFile,
  filesBelow,
  MANIFEST,
  storeFiles,
  UPLOADS,
  type Manifest,
  type ManifestFile,
} from './manifest';
import type { StorePlace } from './place';
import { postgresEnvironment, runTool } from './run-tool';

type Source = { store: Store; place: StorePlace; uploads: string; now: Date };

/**
 * Packs the store and every uploaded file into one archive (tar, gzip), while the portal runs. The store is copied first:
 * uploads are only ever added, so that the archive has every file that the copy names.
 */
export async function makeBackup(source: Source, target: string): Promise<Manifest> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.partial-`);
  try {
    const { engine } = source.place;
    await copyStore(source, join(folder, storeFiles[engine]));
    const uploads = resolve(source.uploads);
    const paths = (await filesBelow(uploads)).filter((path) => !path.startsWith(`${DRAFTS}/`));
    if (paths.length > 0) await symlink(uploads, join(folder, UPLOADS));
    const packed = [storeFiles[engine], ...paths.map((path) => join(UPLOADS, path))];
    const manifest: Manifest = {
      format: 'mainstay-backup',
      version: 1,
      engine,
      madeAt: source.now.toISOString(),
      files: await describeAll(folder, packed),
    };
    await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
    await pack(folder, [MANIFEST, ...manifest.files.map(({ path }) => path)], target);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyStore({ store, place }: Source, target: string): Promise<void> {
  if (place.engine === 'sqlite') await store.copyTo(target);
  else
    await runTool(
      'pg_dump',
      ['--format=custom', '--no-owner', '--no-privileges', `--file=${target}`],
      postgresEnvironment(place.url),
    );
}

async function describeAll(folder: string, paths: string[]): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const path of paths) {
    const file = await describeFile(folder, path);
    if (file) files.push(file);
  }
  return files;
}

/** The list of files goes by a file of its own: there may be more of them than a command line holds. */
async function pack(folder: string, paths: string[], target: string): Promise<void> {
  const list = join(folder, 'list');
  await writeFile(list, paths.join('\0'));
  const archive = join(folder, 'archive');
  await runTool('tar', [
    '--create',
    '--gzip',
    '--dereference',
    `--file=${archive}`,
    `--directory=${folder}`,
    '--null',
    '--no-recursion',
    `--files-from=${list}`,
  ]);
  await chmod(archive, 0o600); // It holds what signs people in.
  await rename(archive, target);
}
