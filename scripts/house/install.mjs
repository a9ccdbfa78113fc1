import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const oldest = [20, 11];

/** Whether this Node can run the product; says so and ends when it cannot. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `Mainstay needs Node ${oldest.join('.')} or later; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Whether node_modules holds what the lock names, version by version. */
export function isInstalled() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(stamp);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** Installs what the lock says unless that has been done; true when something was done. */
export async function install(output = 'inherit') {
  const fetched = await fetchPackages(output);
  const built = await buildDriver(output);
  return fetched || built;
}

/** Fetches what the lock says unless it is there; nothing of it is built yet. */
export async function fetchPackages(output = 'inherit') {
  if (isInstalled()) return false;
  refuseLinkedModules();
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts'];
  const installed = await run('npm', args, { output });
  if (installed.code !== 0) throw new Error(`npm ci failed\n${installed.output}`);
  return true;
}

/** `npm ci` empties node_modules first: through a link it would empty a folder that others may live from. */
function refuseLinkedModules() {
  const modules = join(root, 'node_modules');
  const isLink = lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink) return;
  throw new Error(
    'node_modules is a symbolic link and does not hold what package-lock.json says.\n' +
      'Installing would delete what it points at. Remove the link, or install there, then try again.',
  );
}

/**
 * Builds the database driver unless it opens a store: where there is no binary of it for the platform it is compiled, for
 * a minute and for one version of Node. The other packages run as they are fetched.
 */
export async function buildDriver(output = 'inherit') {
  const opens = "new (require('better-sqlite3'))(':memory:').close()";
  const works = await run(process.execPath, ['-e', opens], { output: 'collect' });
  if (works.code === 0) return false;
  const built = await run('npm', ['rebuild', 'better-sqlite3'], { env: { JOBS: 'max' }, output });
  if (built.code !== 0) throw new Error(`npm rebuild better-sqlite3 failed\n${built.output}`);
  return true;
}
