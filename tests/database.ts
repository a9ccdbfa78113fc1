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
import pg from 'pg';
import { afterAll } from 'vitest';
import { engine } from '~db/columns';
import { openStore, type Store, type StoreOptions } from '~db/store.server';

/**
 * A fresh, migrated store that ends with the test file. SQLite copies a migrated image; PostgreSQL
 * (`DATABASE_URL` names the server) creates a database from a migrated template.
 */
export async function freshStore(options: Listening = {}): Promise<Store> {
  return engine === 'postgres' ? freshPostgres(options) : freshSqlite(options);
}

type Listening = Pick<StoreOptions, 'onStatement'>;

const endings: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const image = join(tmpdir(), `mainstay-image-${migrationsHash()}.sqlite`);

async function freshSqlite(options: Listening): Promise<Store> {
  if (!existsSync(image)) await makeImage();
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  const file = join(folder, 'store.sqlite');
  copyFileSync(image, file);
  const store = openStore({ file, durable: false, ...options });
  endings.push(async () => {
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

function migrationsHash(): string {
  const folder = join(process.cwd(), 'db', 'migrations', 'sqlite');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

const serverUrl = process.env['DATABASE_URL'] ?? '';
let template: Promise<string> | undefined;

async function freshPostgres(options: Listening): Promise<Store> {
  template ??= makeTemplate();
  const name = `mainstay_test_${randomBytes(6).toString('hex')}`;
  const from = await template;
  await administer(`create database ${name} template ${from}`);
  const store = openStore({ url: databaseUrl(name), ...options });
  endings.push(async () => {
    await store.close();
    await administer(`drop database ${name} with (force)`);
  });
  return store;
}

async function makeTemplate(): Promise<string> {
  const name = `mainstay_template_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const store = openStore({ url: databaseUrl(name) });
  await store.migrate();
  await store.close();
  endings.push(() => administer(`drop database ${name} with (force)`));
  return name;
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
