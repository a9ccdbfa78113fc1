import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { machineClock } from '~/shared/clock';

/** The folder within the upload folder in which files lie while they are being written. */
export const DRAFTS = 'drafts';

/** Where a file of this hash lies in the upload folder. */
function uploadPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/**
 * Puts a file into the upload folder under its hash, whole or not at all; the same bytes are kept once. Its record follows
 * within an hour, or the file is cleared as one that nobody claims.
 */
export async function keepUpload(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = uploadPath(folder, sha256);
  if (await renewed(path)) return sha256;
  await mkdir(dirname(path), { recursive: true });
  await mkdir(draftsIn(folder), { recursive: true });
  const draft = join(draftsIn(folder), randomBytes(8).toString('hex'));
  try {
    await writeDurably(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return sha256;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function draftsIn(folder: string): string {
  return join(folder, DRAFTS);
}

/** Removes what a server left that died while it wrote; `before` spares what is being written now. */
export async function clearDrafts(folder: string, before: Date): Promise<number> {
  const names = await readdir(draftsIn(folder)).catch(() => []);
  let cleared = 0;
  for (const name of names) {
    const path = join(draftsIn(folder), name);
    if ((await stat(path)).mtime >= before) continue;
    await rm(path, { force: true });
    cleared += 1;
  }
  return cleared;
}

/** The bytes kept under a hash. */
export async function readKept(folder: string, sha256: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(uploadPath(folder, sha256)));
}

/** The hashes of the files that were kept before a moment and not renewed since, folder by folder. */
export async function* keptBefore(folder: string, before: Date): AsyncGenerator<string[]> {
  for (const part of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    const old: string[] = [];
    for (const sha256 of await readdir(join(folder, part)))
      if (await isBefore(join(folder, part, sha256), before)) old.push(sha256);
    yield old;
  }
}

/** Removes a kept file unless it was renewed since `before`; says whether it is gone. */
export async function removeKept(folder: string, sha256: string, before: Date): Promise<boolean> {
  const path = uploadPath(folder, sha256);
  const aside = join(draftsIn(folder), randomBytes(8).toString('hex'));
  await mkdir(draftsIn(folder), { recursive: true });
  await rename(path, aside); // Whoever keeps the same bytes from now on writes them anew.
  if (!(await isBefore(aside, before))) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

async function isBefore(path: string, moment: Date): Promise<boolean> {
  return (await stat(path)).mtime < moment;
}

/** True of a file that is there: from now on it counts as kept anew. */
async function renewed(path: string): Promise<boolean> {
  const now = machineClock.now();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
