import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sql, type SQL } from 'drizzle-orm';
import { drizzle as drizzleSqlite, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import { engine } from './columns';
import { isBusy, isRetryable } from './constraint';
import {
  columnOf,
  insertedColumns,
  insertText,
  updateText,
  type Cell,
  type Conflict,
  type ManyColumn,
} from './many-rows';

/** Builds statements; await them. Only what both engines answer alike is here. */
type Statements = Pick<
  BetterSQLite3Database<Record<string, never>>,
  'select' | 'selectDistinct' | 'with' | '$with' | '$count'
>;
type Changes = Pick<BetterSQLite3Database<Record<string, never>>, 'insert' | 'update' | 'delete'>;

/** Where a query reads: the store's read side or an open transaction. */
export type Reader = Statements & { rows: <Row>(statement: SQL) => Promise<Row[]> };

/** An open transaction: whoever asks for one says that it must be inside. */
export type Tx = Reader &
  Changes & {
    execute: (statement: SQL) => Promise<void>;
    /** Inserts any number of rows with one prepared statement, defaults filled in; says how many there were. */
    insertMany: <T extends SQLiteTable>(
      table: T,
      rows: Iterable<T['$inferInsert']>,
      conflict?: Conflict<keyof T['$inferSelect'] & string>,
    ) => Promise<number>;
    /** Changes any number of rows with one prepared statement, each found by its columns `by`. */
    updateMany: <
      T extends SQLiteTable,
      By extends keyof T['$inferSelect'] & string,
      Set extends keyof T['$inferSelect'] & string,
    >(
      table: T,
      columns: { by: readonly By[]; set: readonly Set[] },
      rows: Iterable<Pick<T['$inferSelect'], By | Set>>,
    ) => Promise<void>;
    /** Locks rows until the transaction ends, in the order given, where the engine has several writers. */
    lockRow: (table: string, column: string, ...keys: (string | number)[]) => Promise<void>;
  };

export type Store = {
  read: Reader;
  /** Runs the verb in one transaction; a call inside an open one joins it. No network or file work inside. */
  transact: <T>(verb: (tx: Tx) => Promise<T>) => Promise<T>;
  migrate: () => Promise<void>;
  /** A consistent copy of the whole store into a file, where the engine is embedded. */
  copyTo: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

export type StoreOptions = {
  /** `postgres://…`; else the embedded engine. */
  url?: string;
  /** The embedded engine's file. */
  file?: string;
  /** Migrations' folder above `sqlite` and `postgres`. */
  migrations?: string;
  /** Off for stores that are thrown away: a test does not wait for the disk. */
  durable?: boolean;
  /** Told of every statement, with what is bound to it: tests look at what is really asked. */
  onStatement?: StatementListener;
};
type StatementListener = (statement: string, bound: readonly unknown[]) => void;

export function openStore(options: StoreOptions = {}): Store {
  const url = options.url ?? process.env['DATABASE_URL'];
  const migrations = options.migrations ?? join(process.cwd(), 'db', 'migrations');
  if (engine === 'postgres') {
    if (!url) throw new Error('DATABASE_URL is not set');
    return openPostgres(url, join(migrations, 'postgres'), options.onStatement);
  }
  return openSqlite(
    options.file ?? storeFile(),
    join(migrations, 'sqlite'),
    options.durable ?? true,
    options.onStatement,
  );
}

/** The embedded engine's file where none is named. */
export function storeFile(): string {
  return process.env['DATABASE_FILE'] ?? join(process.cwd(), 'data', 'mainstay.sqlite');
}

/** Pages kept in memory: with fewer, large tables' indexes are read and written again for every few rows. */
const WRITER_CACHE_KB = 32_000;
const READER_CACHE_KB = 16_000;

function openSqlite(
  file: string,
  migrations: string,
  durable: boolean,
  listener?: StatementListener,
): Store {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
  writer.pragma('foreign_keys = ON');
  writer.pragma(`cache_size = -${WRITER_CACHE_KB}`);
  writer.pragma('busy_timeout = 15000');
  writer.pragma('busy_timeout = 0'); // From here on a busy writer is waited for without holding the thread.
  let reader: Sqlite.Database | undefined;
  const readerDatabase = () => {
    reader ??= new Sqlite(file, { readonly: true });
    reader.pragma('busy_timeout = 15000');
    reader.pragma(`cache_size = -${READER_CACHE_KB}`);
    return reader;
  };
  const open = new AsyncLocalStorage<Tx>();
  let queue: Promise<unknown> = Promise.resolve();

  const tx = sqliteTx(writer, listener);
  let readSide: Reader | undefined;
  return {
    get read() {
      return (readSide ??= sqliteReader(readerDatabase(), listener));
    },
    transact(verb) {
      const joined = open.getStore();
      if (joined) return verb(joined);
      const run = queue.then(async () => {
        await beginImmediate(writer);
        try {
          const value = await open.run(tx, () => verb(tx));
          writer.exec('commit');
          return value;
        } catch (error) {
          if (writer.inTransaction) writer.exec('rollback');
          throw error;
        }
      });
      queue = run.catch(() => undefined);
      return run;
    },
    async migrate() {
      await queue;
      writer.pragma('foreign_keys = OFF');
      migrateSqlite(drizzleSqlite(writer, { casing: 'snake_case' }), {
        migrationsFolder: migrations,
      });
      const broken = writer.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Error(`migration broke references: ${JSON.stringify(broken.slice(0, 5))}`);
      }
      writer.pragma('foreign_keys = ON');
    },
    async copyTo(target) {
      await writer.backup(target);
    },
    async close() {
      await queue;
      reader?.close();
      writer.close();
    },
  };
}

const BUSY_WAIT_MS = 15_000;
const BUSY_STEP_MS = 5;

/** Takes the one writer's place; while another process or thread writes, pages go on being served. */
async function beginImmediate(writer: Sqlite.Database): Promise<void> {
  for (let waited = 0; ; waited += BUSY_STEP_MS) {
    try {
      writer.exec('begin immediate');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_WAIT_MS) throw error;
      await setTimeout(BUSY_STEP_MS);
    }
  }
}

/** drizzle's settings: columns are named in snake case, statements are told to whoever listens. */
function settings(listener: StatementListener | undefined) {
  return { casing: 'snake_case' as const, ...(listener && { logger: { logQuery: listener } }) };
}

function sqliteReader(database: Sqlite.Database, listener?: StatementListener): Reader {
  const statements = drizzleSqlite(database, settings(listener));
  return Object.assign(statements, {
    rows: <Row>(statement: SQL) => Promise.resolve(statements.all<Row>(statement)),
  });
}

function sqliteTx(writer: Sqlite.Database, listener?: StatementListener): Tx {
  const statements = drizzleSqlite(writer, settings(listener));
  const prepared = new Map<string, Sqlite.Statement>();
  const run = (text: string, columns: readonly ManyColumn[], rows: Iterable<object>) => {
    const statement = prepared.get(text) ?? writer.prepare(text);
    prepared.set(text, statement);
    const asBound = (cell: Cell) => (typeof cell === 'boolean' ? Number(cell) : cell);
    let count = 0;
    for (const row of rows) {
      const bound = columns.map(({ cell }) => asBound(cell(row)));
      if (count === 0) listener?.(text, bound);
      statement.run(bound);
      count += 1;
    }
    return count;
  };
  return Object.assign(statements, {
    rows: <Row>(statement: SQL) => Promise.resolve(statements.all<Row>(statement)),
    execute(statement: SQL) {
      statements.run(statement);
      return Promise.resolve();
    },
    insertMany: ((table, rows, conflict) => {
      const columns = insertedColumns(table);
      return Promise.resolve(run(insertText('sqlite', table, columns, conflict), columns, rows));
    }) satisfies Tx['insertMany'],
    updateMany: ((table, { by, set }, rows) => {
      const columns = [...set, ...by].map((key) => columnOf(table, key));
      const text = updateText(
        'sqlite',
        table,
        columns.slice(0, set.length),
        columns.slice(set.length),
      );
      run(text, columns, rows);
      return Promise.resolve();
    }) satisfies Tx['updateMany'],
    lockRow: () => Promise.resolve(),
  });
}

/** Loaded with its engine alone: with the embedded one it would take 16 MB of each thread. */
async function loadPostgres() {
  const { default: driver } = await import('pg');
  driver.types.setTypeParser(driver.types.builtins.INT8, Number); // Keys and counts stay within 53 bits.
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  return { driver, drizzle, migrate };
}

const loadedPostgres = engine === 'postgres' ? await loadPostgres() : null;

function postgres() {
  if (!loadedPostgres) throw new Error('the engine was chosen before DATABASE_URL was set');
  return loadedPostgres;
}

const CONNECT_WITHIN_MS = 10_000;

function openPostgres(url: string, migrations: string, listener?: StatementListener): Store {
  const pool = new (postgres().driver.Pool)({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  pool.on('error', () => undefined); // An idle connection that drops is replaced at the next use.
  pool.on('connect', (client) => client.on('error', () => undefined)); // One in use fails with its statement.
  const open = new AsyncLocalStorage<Tx>();
  return {
    read: postgresTx(pool, listener),
    async transact(verb) {
      const joined = open.getStore();
      if (joined) return verb(joined);
      for (let attempt = 1; ; attempt += 1) {
        const client = await pool.connect();
        try {
          await client.query('begin');
          const tx = postgresTx(client, listener);
          const value = await open.run(tx, () => verb(tx));
          await client.query('commit');
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
    },
    async migrate() {
      await postgres().migrate(postgres().drizzle(pool, { casing: 'snake_case' }), {
        migrationsFolder: migrations,
      });
    },
    copyTo: () => Promise.reject(new Error('use pg_dump for a PostgreSQL store')),
    close: () => pool.end(),
  };
}

/** The builders of both engines answer alike when awaited; the types follow the embedded one. */
function postgresTx(client: pg.Pool | pg.PoolClient, listener?: StatementListener): Tx {
  const statements = postgres().drizzle(client, settings(listener));
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
        sql`select 1 from ${sql.identifier(table)} where ${name} in ${keys} order by ${name} for update`,
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
