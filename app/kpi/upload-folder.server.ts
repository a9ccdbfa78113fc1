import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return sha256;
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
