import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '~db/store.server';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to what vitest declares
  interface ProvidedContext {
    /** A migrated database of which each test's is a copy; empty where tests run on SQLite. */
    postgresTemplate: string;
  }
}

/** Migrates one database for all test files, and drops it after them. */
export default async function makeTemplate({ provide }: TestProject) {
  const server = process.env['DATABASE_URL'];
  if (!server?.startsWith('postgres')) return provide('postgresTemplate', '');
  const name = `mainstay_template_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const store = openStore({ url: databaseAt(server, name) });
  await store.migrate();
  await store.close();
  provide('postgresTemplate', name);
  return () => administer(server, `drop database ${name} with (force)`);
}

/** The address of a database on the same server. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Carries out a statement on the server itself, outside any database of a test. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
