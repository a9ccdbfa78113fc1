import { existsSync } from 'node:fs';
import { program, run } from './run.mjs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser for the journeys: `CHROMIUM`, the system's, or Playwright's own; undefined where there is none. */
export async function findBrowser() {
  return findSystems() ?? (await findPlaywrights());
}

function findSystems() {
  const given = process.env['CHROMIUM'];
  if (given) return existsSync(given) ? given : undefined;
  return usual.find((file) => existsSync(file));
}

async function findPlaywrights() {
  if (process.env['CHROMIUM']) return undefined;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * Finds a browser, or installs one: Debian's with Chinese type where apt may be used, else Playwright's, which waits until
 * the packages are there.
 * @param {Promise<unknown>} [packages]
 */
export async function provideBrowser(packages) {
  const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  let output = '';
  if (!findSystems() && mayUseApt) output += await installDebians();
  const systems = findSystems();
  if (systems) return systems;
  await packages;
  if (!(await findPlaywrights())) output += await installPlaywrights();
  const found = await findPlaywrights();
  if (found) return found;
  throw new Error(`No browser was found and none could be installed.\n${output}`);
}

async function installDebians() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const list = await run('apt-get', ['update', '-q'], { env, output: 'collect' });
  const names = ['chromium', 'fonts-noto-cjk'];
  const args = ['install', '-y', '-q', '--no-install-recommends', ...names];
  const installed = await run('apt-get', args, { env, output: 'collect' });
  return list.output + installed.output;
}

async function installPlaywrights() {
  const { output } = await run(program('playwright'), ['install', 'chromium'], {
    output: 'collect',
  });
  return output;
}
