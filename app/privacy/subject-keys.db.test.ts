import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { subjectKeys } from '~db/schema/privacy';
import { freshStore } from '../../tests/database';
import { testNow } from '../../tests/cast';
import { keysById } from './subject-keys.server';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-key-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('keys are read without a master key, and none is made for that', async () => {
  const file = join(folder, 'master.key');
  vi.stubEnv('MASTER_KEY', '');
  vi.stubEnv('MASTER_KEY_FILE', file);
  const store = await freshStore();
  const row = { id: 7, entity: 'person', entityId: '1', master: 'lost', sealedKey: 'sealed' };
  await store.transact((tx) =>
    tx.insert(subjectKeys).values({ ...row, createdAt: testNow.toISOString() }),
  );
  expect(await keysById(store.read, [7, 8])).toEqual(new Map([[7, null]]));
  expect(existsSync(file)).toBe(false);
});
