import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What a backup says of itself: every file with its size and hash, so that a damaged one is known before it is used. */
export const manifestSchema = z.object({
  format: z.literal('mainstay-backup'),
  version: z.literal(1),
  engine: z.enum(['sqlite', 'postgres']),
  madeAt: z.iso.datetime(),
  files: z.array(
    z.object({ path: z.string(), bytes: z.int().min(0), sha256: z.string().length(64) }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];

export const MANIFEST = 'manifest.json';
export const UPLOADS = 'uploads';
export const storeFiles = { sqlite: 'store.sqlite', postgres: 'store.dump' };

/** The file as the manifest names it; null where it is no plain file. */
export async function describeFile(folder: string, path: string): Promise<ManifestFile | null> {
  const file = join(folder, path);
  const stats = await lstat(file).catch(() => null);
  if (!stats?.isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: stats.size, sha256: hash.digest('hex') };
}

/** The plain files below a folder, by their path from it; none where there is no folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
