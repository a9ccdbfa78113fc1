import { sql, type SQL } from 'drizzle-orm';
import type pg from 'pg';
import { engine } from './columns';
import { isRetryable } from './constraint';
import { columnOf, insertedColumns, insertText, updateText, type ManyColumn } from './many-rows';
import { statementSettings, transactions } from './transactions.server';
import type { StatementListener, Store, Tx } from './store.server';

/** Loaded with its engine alone: with the embedded one it would take 16 MB of each thread. */
async function loadPostgres() {
  const { default: driver } = await import('pg');
  driver.types.setTypeParser(driver.types.builtins.INT8, Number); // Keys and counts stay within 53 bits.
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  return { driver, drizzle, migrate };
}

const loadedPostgres = engine === 'postgres' ? await loadPostgres() : null;

/** Held by whoever migrates: servers that start together on a new version would each make the same changes. */
const MIGRATING = 6_279_131;

function postgres() {
  if (!loadedPostgres) throw new Error('the engine was chosen before DATABASE_URL was set');
  return loadedPostgres;
}

const CONNECT_WITHIN_MS = 10_000;

/** A server with several writers: each transaction has a connection of its own, and is tried again where it met another. */
export function openPostgres(url: string, migrations: string, listener?: StatementListener): Store {
  const pool = new (postgres().driver.Pool)({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  pool.on('error', () => undefined); // An idle connection that drops is replaced at the next use.
  pool.on('connect', (client) => client.on('error', () => undefined)); // One in use fails with its statement.
  const { transact, rehearse } = transactions(async (verb, isUndone) => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const value = await verb(postgresTx(client, listener), (statement) =>
          client.query(statement),
        );
        await client.query(isUndone(value) ? 'rollback' : 'commit');
        client.release();
        return value;
      } catch (error) {
        const lost = await client.query('rollback').then(
          () => undefined,
          (failure: Error) => failure,
        );
        client.release(lost);
        if (attempt === 3 || !isRetryable(error)) throw error;
      }
    }
  });
  return {
    read: postgresTx(pool, listener),
    transact,
    rehearse,
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [MIGRATING]);
        await postgres().migrate(postgres().drizzle(client, { casing: 'snake_case' }), {
          migrationsFolder: migrations,
        });
      } finally {
        client.release(true); // The lock goes with the connection.
      }
    },
    copyTo: () => Promise.reject(new Error('use pg_dump for a PostgreSQL store')),
    close: () => pool.end(),
  };
}

/** The builders of both engines answer alike when awaited; the types follow the embedded one. */
function postgresTx(client: pg.Pool | pg.PoolClient, listener?: StatementListener): Tx {
  const statements = postgres().drizzle(client, statementSettings(listener));
  const run = async (text: string, columns: readonly ManyColumn[], rows: Iterable<object>) => {
    let count = 0;
    for (const batch of batches(rows, BATCH_ROWS)) {
      const bound = columns.map(({ cell }) => batch.map(cell));
      if (count === 0) listener?.(text, bound);
      await client.query(text, bound);
      count += batch.length;
    }
    return count;
  };
  const asStatements: unknown = Object.assign(statements, {
    async rows(statement: SQL) {
      return (await statements.execute(statement)).rows;
    },
    insertMany: ((table, rows, conflict) => {
      const columns = insertedColumns(table);
      return run(insertText('postgres', table, columns, conflict), columns, rows);
    }) satisfies Tx['insertMany'],
    updateMany: (async (table, { by, set }, rows) => {
      const columns = [...set, ...by].map((key) => columnOf(table, key));
      const text = updateText(
        'postgres',
        table,
        columns.slice(0, set.length),
        columns.slice(set.length),
      );
      await run(text, columns, rows);
    }) satisfies Tx['updateMany'],
    async lockRow(table: string, column: string, ...keys: (string | number)[]) {
      if (keys.length === 0) return;
      const name = sql.identifier(column);
      await statements.execute(
        sql`select 1 from ${sql.identifier(table)} where ${name} in ${keys} order by ${name} for no key update`,
      );
    },
  });
  return asStatements as Tx;
}

/** Rows bound at once, so that many do not stand in memory together. */
const BATCH_ROWS = 1000;

function* batches<T>(rows: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
