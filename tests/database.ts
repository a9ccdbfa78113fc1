import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { engine } from '~db/columns';
import { openStore, type Store, type StoreOptions } from '~db/store.server';
import { afterFile } from './ending';
import { administer, databaseAt } from './postgres-template';

/**
 * A fresh, migrated store that ends with the test file. SQLite copies a migrated image; PostgreSQL
 * (`DATABASE_URL` names the server) creates a database from a migrated template.
 */
export async function freshStore(options: Listening = {}): Promise<Store> {
  return engine === 'postgres' ? freshPostgres(options) : freshSqlite(options);
}

type Listening = Pick<StoreOptions, 'onStatement'>;

const image = join(tmpdir(), `mainstay-image-${migrationsHash()}.sqlite`);

async function freshSqlite(options: Listening): Promise<Store> {
  if (!existsSync(image)) await makeImage();
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  const file = join(folder, 'store.sqlite');
  copyFileSync(image, file);
  const store = openStore({ file, durable: false, ...options });
  afterFile(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}

async function makeImage(): Promise<void> {
  const draft = `${image}.${randomBytes(6).toString('hex')}`;
  mkdirSync(tmpdir(), { recursive: true });
  const store = openStore({ file: draft, durable: false });
  await store.migrate();
  await store.close();
  renameSync(draft, image);
}

/** Of what the migrations do and of when each was made: by that a store knows which it has had. */
function migrationsHash(): string {
  const folder = join(process.cwd(), 'db', 'migrations', 'sqlite');
  const hash = createHash('sha256');
  const steps = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const file of ['meta/_journal.json', ...steps.sort()])
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

const serverUrl = process.env['DATABASE_URL'] ?? '';

async function freshPostgres(options: Listening): Promise<Store> {
  const name = `mainstay_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, `create database ${name} ${inject('postgresCopy')}`);
  const store = openStore({ url: databaseAt(serverUrl, name), ...options });
  afterFile(async () => {
    await store.close();
    await administer(serverUrl, `drop database ${name} with (force)`);
  });
  return store;
}
