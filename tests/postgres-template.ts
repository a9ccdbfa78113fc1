import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '~db/store.server';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to what vitest declares
  interface ProvidedContext {
    /** How a test's database is made: as a copy of a migrated one; empty where tests run on SQLite. */
    postgresCopy: string;
  }
}

/** Migrates one database for all test files, and drops it after them. */
export default async function makeTemplate({ provide }: TestProject) {
  const server = process.env['DATABASE_URL'];
  if (!server?.startsWith('postgres')) return provide('postgresCopy', '');
  const name = `mainstay_template_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const store = openStore({ url: databaseAt(server, name) });
  await store.migrate();
  await store.close();
  provide('postgresCopy', `template ${name} ${await copiesFiles(server)}`);
  return async () => {
    await administer(server, `drop database ${name} with (force)`);
  };
}

/** Copying files takes half as long as writing them down in the log as well; before version 15 nothing else was done. */
async function copiesFiles(server: string): Promise<string> {
  const [row] = await administer<{ version: number }>(
    server,
    "select current_setting('server_version_num')::int as version",
  );
  return row && row.version >= 150_000 ? 'strategy file_copy' : '';
}

/** The address of a database on the same server. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Carries out a statement on the server itself, outside any database of a test. */
export async function administer<Row extends pg.QueryResultRow>(
  server: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
