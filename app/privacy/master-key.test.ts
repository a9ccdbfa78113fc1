import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshKey } from './seal.server';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-key-'));
  vi.stubEnv('MASTER_KEY', '');
  vi.stubEnv('MASTER_KEY_FILE', join(folder, 'keys', 'master.key'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The module as another process has it. */
async function anotherProcess() {
  vi.resetModules();
  return import('./master-key.server');
}

it('is made once, in a file for its owner alone, and is the same ever after', async () => {
  const first = await anotherProcess();
  expect(first.findMasterKey()).toBeNull();
  const made = first.masterKey();
  expect(statSync(first.keyFile()).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['master.key']);
  expect((await anotherProcess()).masterKey()).toEqual(made);
  expect(first.masterKey()).toEqual(made);
});

it('is the one of the environment where there is one', async () => {
  const key = freshKey();
  vi.stubEnv('MASTER_KEY', key.toString('base64'));
  const { masterKey } = await anotherProcess();
  expect(masterKey().key).toEqual(key);
  expect(readdirSync(folder)).toEqual([]);
});

it('is never made anew over a file that holds none', async () => {
  const file = join(folder, 'broken.key');
  writeFileSync(file, 'not a key');
  vi.stubEnv('MASTER_KEY_FILE', file);
  const { masterKey } = await anotherProcess();
  expect(() => masterKey()).toThrow('broken.key holds no key');
});
