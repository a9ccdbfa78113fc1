// Runs programs for `npm start` and `npm test`. Node alone: nothing is installed yet when these files are read.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What the server is started with, where nothing else is said: left to itself, the C library keeps a heap for every
 * thread, and a server that has drawn a few hundred pages holds half as much memory again.
 */
export const serverMemory = { MALLOC_ARENA_MAX: '2' };

/**
 * Node's own: in MB, what is soon thrown away is cleared sooner, and as quickly; in percent of what is in use, what may
 * gather beside it before it is cleared too: left to itself, a server of 45 MB waits until it holds 160. It is cleared on
 * the thread that made it: helpers take a tenth more of the machine for a page, and are awaited where cores are busy.
 */
export const serverFlags = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=100',
  '--single-threaded-gc',
];

/** The program that a package brought along. */
export const program = (name) => join(root, 'node_modules', '.bin', name);

/**
 * Runs a program in the project's folder and waits for it.
 * `output`: 'inherit' shows what it writes, 'collect' returns it, 'result' returns its result and shows the rest.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, output?: 'inherit' | 'collect' | 'result' }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export function run(command, args, { env = {}, output = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const stdio = {
      inherit: 'inherit',
      collect: ['ignore', 'pipe', 'pipe'],
      result: ['ignore', 'pipe', 'inherit'],
    };
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: stdio[output],
    });
    let stdout = '';
    let both = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      both += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => void (both += text));
    child.on('error', (error) =>
      resolve({ code: 127, stdout, output: `${both}${error.message}\n` }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output: both }));
  });
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
