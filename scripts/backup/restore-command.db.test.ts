import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addPerson } from '~/auth/add-person.server';
import { commandAct } from '~/auth/act';
import { freshKey } from '~/privacy/seal.server';
import { engine } from '~db/columns';
import type { Store } from '~db/store.server';
import { castInto, testNow } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { DONE } from '../command';
import { command } from '../commands/restore';
import { makeBackup } from './make-backup';
import type { StorePlace } from './place';

let folder: string;
let archive: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-restore-'));
  archive = join(folder, 'backup.tar.gz');
  const store = await freshStore();
  await castInto(store);
  await addPerson(store, commandAct(testNow), { email: 'x@y.zz', name: 'X', role: 'auditor' });
  const uploads = join(folder, 'from');
  await makeBackup({ store, place: await placeOf(store), uploads, now: testNow }, archive);
  vi.stubEnv('UPLOADS_FOLDER', join(folder, 'to', 'uploads'));
  if (engine === 'sqlite') vi.stubEnv('DATABASE_FILE', join(folder, 'to', 'store.sqlite'));
  else vi.stubEnv('DATABASE_URL', urlOf(await placeOf(await freshStore())));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function placeOf(store: Store): Promise<StorePlace> {
  const asked =
    engine === 'sqlite' ? sql`pragma database_list` : sql`select current_database() as name`;
  const [row] = await store.read.rows<{ file: string; name: string }>(asked);
  if (engine === 'sqlite') return { engine, file: row!.file };
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  url.pathname = `/${row!.name}`;
  return { engine, url: url.href };
}

const urlOf = (place: StorePlace) => (place.engine === 'postgres' ? place.url : '');

/** What the command says, and what it warns of. */
async function restored() {
  const said: string[] = [];
  const warned: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => warned.push(text) };
  expect(await command.run([archive], io)).toBe(DONE);
  return { said: said.join('\n'), warned: warned.join('\n') };
}

describe('the command that restores', () => {
  it('says nothing more where the master key is here', async () => {
    const { said, warned } = await restored();
    expect(said).toContain('the audit trail of 1 entries is whole');
    expect(warned).toBe('');
  });

  it.each([
    ['another one is', freshKey().toString('base64')],
    ['none is', ''],
  ])('tells where to put the master key where %s here', async (_, key) => {
    const file = join(folder, 'keys', 'master.key');
    vi.stubEnv('MASTER_KEY', key);
    vi.stubEnv('MASTER_KEY_FILE', file);
    const { said, warned } = await restored();
    expect(said).toContain('is whole');
    expect(warned).toBe(
      `Sealed under a master key that is not here: personal data of people or records, 1 in all. Set MASTER_KEY, or put the key file at ${file}.`,
    );
  });
});
