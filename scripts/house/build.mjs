import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, root, run } from './run.mjs';

const stamp = join(root, 'build', 'stamp');
const folders = ['app', 'db', 'scripts', 'public'];
const files = [
  'package-lock.json',
  'postcss.config.cjs',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
const notBuilt = /\.(test\.tsx?|mjs|sql|csv|json|gz|zip|xlsx)$/;

/** Node programs that are bundled beside the pages; the worker runs heavy work in threads of its own. */
const programs = ['scripts/server.ts', 'scripts/worker.ts', 'scripts/printer.ts'];

/** A digest of everything that the build is made from: a checkout changes times, not contents. */
function sources() {
  const digest = createHash('sha256');
  const listed = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && (folder === 'public' || !notBuilt.test(entry.name)))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    )
    .sort();
  for (const file of [...files.map((name) => join(root, name)), ...listed]) {
    if (existsSync(file)) digest.update(file.slice(root.length)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources();
}

/** Builds pages and programs unless they are up to date; true when something was done. */
export async function build(output = 'inherit') {
  if (isBuilt()) return false;
  rmSync(stamp, { force: true });
  const digest = sources();
  const pages = await run(program('remix'), ['vite:build', '--logLevel', 'warn'], {
    output,
    env: { NODE_ENV: 'production' },
  });
  if (pages.code !== 0) throw new Error(`The pages could not be built.\n${pages.output}`);
  await bundle();
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

/** Bundles the Node programs into build/. */
export async function bundle() {
  const { build: esbuild } = await import('esbuild');
  await esbuild({
    absWorkingDir: root,
    entryPoints: programs.filter((file) => existsSync(join(root, file))),
    outdir: 'build',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    alias: { '~': join(root, 'app'), '~db': join(root, 'db') },
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
    // Read from build/server.js at run time: bundled, the pages would be compiled into the server.
    external: ['./server/index.js'],
  });
}
