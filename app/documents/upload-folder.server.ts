import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder within the upload folder in which files lie while they are being written. */
export const DRAFTS = 'drafts';

/** Where a file of this hash lies in the upload folder. */
function uploadPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Puts a file into the upload folder under its hash, whole or not at all; the same bytes are kept once. */
export async function keepUpload(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = uploadPath(folder, sha256);
  if (await exists(path)) return sha256;
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

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
